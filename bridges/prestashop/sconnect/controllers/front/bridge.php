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

require_once dirname(__FILE__) . '/../../classes/load.php';

/** The address that S-Connect asks: index.php?fc=module&module=sconnect&controller=bridge. */
class SconnectBridgeModuleFrontController extends ModuleFrontController
{
    /** Someone else's code may have printed; and what ends PHP must give an answer as well. */
    private $bridge = null;
    private $isAnswered = false;

    public function __construct()
    {
        ob_start();
        parent::__construct();
        $this->ajax = true;
        $this->content_only = true;
        $this->display_header = false;
        $this->display_footer = false;
    }

    /** PrestaShop calls this once the shop is known to be open and this to be its right address. */
    public function postProcess()
    {
        error_reporting(0);
        if (function_exists('ini_set')) {
            @ini_set('display_errors', '0');
            @ini_set('zlib.output_compression', '0');
        }
        $this->bridge = new SconnectBridge(new SconnectShop(), $this->module->version);
        register_shutdown_function(array($this, 'answerAtShutdown'));
        $body = (string) file_get_contents('php://input', false, null, 0, SconnectRequest::MAX_BYTES + 1);
        $this->bridge->run($_SERVER, $body, time(), (bool) $this->module->active);
        $this->answer();
        exit;
    }

    public function answerAtShutdown()
    {
        if (!$this->isAnswered) {
            $error = error_get_last();
            $this->bridge->stop($error ? 'stopped at ' . basename($error['file']) . ':' . $error['line'] : 'stopped');
            $this->answer();
        }
    }

    /** The body and nothing else: what was printed before is thrown away, and what is printed later too. */
    private function answer()
    {
        $this->isAnswered = true;
        for ($level = ob_get_level(); $level > 0; $level--) {
            @ob_end_clean();
        }
        if (!headers_sent()) {
            $this->sendHeaders();
        }
        echo $this->bridge->body();
        ob_start(array($this, 'discard'));
    }

    private function sendHeaders()
    {
        $words = array(200 => 'OK', 400 => 'Bad Request', 403 => 'Forbidden');
        $status = $this->bridge->status();
        header('HTTP/1.1 ' . $status . ' ' . $words[$status], true, $status);
        header('Content-Type: application/json; charset=utf-8');
        header('Cache-Control: no-store');
        header('X-Content-Type-Options: nosniff');
        header('X-SConnect: 1');
        if ($this->bridge->signature() !== null) {
            header('X-SConnect-Signature: ' . $this->bridge->signature());
        }
    }

    /** For what others do at shutdown. */
    public function discard($text)
    {
        return '';
    }
}
