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

/** Who asks: the signature of a request and of its answer. Pure; what was asked before is remembered elsewhere. */
class SconnectRequest
{
    /** Signed in place of the real path, which differs with the shop's folder, language and friendly URLs. */
    const PATH = '/module/sconnect/bridge';
    /** Seconds that the two clocks may differ. */
    const WINDOW = 300;
    const MAX_BYTES = 262144;

    public $nonce = '';
    public $timestamp = '';
    private $signature;
    private $method;
    private $body;

    /** $server as PHP's $_SERVER; $body exactly as it came. */
    public function __construct($server, $body)
    {
        $this->method = self::text($server, 'REQUEST_METHOD');
        $this->nonce = self::text($server, 'HTTP_X_SCONNECT_NONCE');
        $this->timestamp = self::text($server, 'HTTP_X_SCONNECT_TIMESTAMP');
        $this->signature = self::text($server, 'HTTP_X_SCONNECT_SIGNATURE');
        $this->body = $body;
    }

    private static function text($server, $name)
    {
        return isset($server[$name]) && is_string($server[$name]) ? $server[$name] : '';
    }

    /** A key that a person could have made up is none: 64 hex characters, as S-Connect makes them. */
    public static function isKey($key)
    {
        return is_string($key) && preg_match('/^[0-9a-f]{64}\z/', $key) === 1;
    }

    /** Throws 'sign.wrong' for whatever is wrong, so that nobody learns what; 'sign.old' only to who has the key. */
    public function check($key, $now)
    {
        $isWhole = $this->method === 'POST' && strlen($this->body) <= self::MAX_BYTES
            && preg_match('/^[0-9a-f]{32}\z/', $this->nonce) && preg_match('/^[0-9]{1,12}\z/', $this->timestamp);
        $signed = "POST\n" . self::PATH . "\n" . $this->timestamp . "\n" . $this->nonce . "\n" . hash('sha256', $this->body);
        if (!self::isSame(hash_hmac('sha256', $signed, $key), $this->signature) || !$isWhole) {
            throw new SconnectProblem('sign.wrong', 'the signature is not right');
        }
        if (abs($now - (float) $this->timestamp) > self::WINDOW) {
            throw new SconnectProblem('sign.old', 'the clocks differ: here it is ' . $now);
        }
    }

    /** Of an answer to this request: an old answer cannot be passed off as a new one. */
    public function signAnswer($key, $body)
    {
        return hash_hmac('sha256', "answer\n" . $this->nonce . "\n" . hash('sha256', $body), $key);
    }

    /** The question: an array with at least 'question'. */
    public function question()
    {
        $question = json_decode($this->body, true);
        if (!is_array($question) || !isset($question['question']) || !is_string($question['question'])) {
            throw new SconnectProblem('question.wrong', 'no question');
        }
        return $question;
    }

    /** hash_equals, which PHP has from 5.6: the time does not depend on where the difference is. */
    private static function isSame($expected, $given)
    {
        $difference = strlen($expected) ^ strlen($given);
        for ($i = 0; $i < strlen($expected); $i++) {
            $difference |= ord($expected[$i]) ^ ($i < strlen($given) ? ord($given[$i]) : 0);
        }
        return $difference === 0;
    }
}
