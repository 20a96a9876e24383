<?php
/**
 * S-Connect for PrestaShop: lets S-Connect read the orders of this shop and, when allowed, write its stock.
 *
 * @author    S-Connect
 * @copyright S-Connect
 * @license   https://www.apache.org/licenses/LICENSE-2.0 Apache License 2.0
 */
if (!defined('_PS_VERSION_')) {
    exit;
}

/** An error for S-Connect: `$problem` is its code, the message its detail. Never holds a secret or personal data. */
class SconnectProblem extends Exception
{
    public $problem;

    public function __construct($problem, $detail)
    {
        parent::__construct($detail);
        $this->problem = $problem;
    }

    /** Of the HTTP answer: 403 for who may not ask, 400 for a question that we do not understand, else 200. */
    public function status()
    {
        if (strpos($this->problem, 'sign.') === 0 || strpos($this->problem, 'module.') === 0) {
            return 403;
        }
        return strpos($this->problem, 'question.') === 0 ? 400 : 200;
    }
}
