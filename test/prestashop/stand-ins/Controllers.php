<?php

class AdminController
{
    public static $currentIndex = 'index.php?controller=AdminModules';
}

/** The order in which PrestaShop's controllers work (Controller::run), with what stands in the way of a module's page. */
class ModuleFrontController
{
    public $module;
    public $ajax = false;
    public $content_only = false;
    public $display_header = true;
    public $display_footer = true;

    public function __construct()
    {
        $this->module = new Sconnect();
    }

    public function run()
    {
        $this->init();
        $this->postProcess();
        echo '<html>the shop\'s page</html>';
    }

    public function init()
    {
        if (Configuration::get('PS_SHOP_ENABLE') !== '1') {
            header('HTTP/1.1 503 Service Unavailable', true, 503);
            echo '<html>maintenance</html>';
            exit;
        }
        // What themes and other modules do to a page.
        if ($GLOBALS['standIn']['warns']) {
            trigger_error('old code of another module', E_USER_WARNING);
            echo 'printed by another module';
        }
    }

    public function postProcess()
    {
    }
}
