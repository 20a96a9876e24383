<?php
// In place of a PrestaShop: what its index.php does with a request for our module, on a real database of a real shop.
// The including file has set $standIn: what config.json says, with 'folder' for what we note.

define('_PS_VERSION_', $standIn['version']);
define('_DB_PREFIX_', $standIn['prefix']);
define('_MYSQL_ENGINE_', 'InnoDB');
define('_PS_MODULE_DIR_', $standIn['modules'] . '/');
$GLOBALS['standIn'] = $standIn;

foreach (array('Db', 'Configuration', 'Shop', 'StockAvailable', 'Module', 'Controllers', 'Tools') as $name) {
    require_once dirname(__FILE__) . '/' . $name . '.php';
}

// As config/config.inc.php: the shop's own time.
date_default_timezone_set((string) Configuration::get('PS_TIMEZONE'));
if ($standIn['printed'] !== '') {
    echo $standIn['printed'];
}
require_once _PS_MODULE_DIR_ . 'sconnect/sconnect.php';

function note($file, $line)
{
    file_put_contents($GLOBALS['standIn']['folder'] . '/' . $file, $line . "\n", FILE_APPEND);
}

if (isset($_GET['admin'])) {
    // The back office: install, uninstall, upgrade or the configuration page.
    $module = new Sconnect();
    Context::getContext()->language = (object) array('iso_code' => $standIn['language']);
    switch ($_GET['admin']) {
        case 'upgrade':
            require_once _PS_MODULE_DIR_ . 'sconnect/upgrade/upgrade-1.0.0.php';
            var_export(upgrade_module_1_0_0($module));
            break;
        case 'configure':
            echo $module->getContent();
            break;
        default:
            var_export($module->{$_GET['admin']}());
    }
    exit;
}

// As Shop::initialize: another host than the shop's own is sent on, whatever the method.
$domains = Db::getInstance()->executeS('SELECT `domain` FROM `' . _DB_PREFIX_ . 'shop_url` WHERE `main` = 1');
$hosts = array();
foreach ($domains as $row) {
    $hosts[] = $row['domain'];
}
if (!in_array($_SERVER['HTTP_HOST'], $hosts, true)) {
    header('Location: http://' . $hosts[0] . '/', true, 302);
    exit;
}
// As the dispatcher: a module that is off has no controllers.
$isOurs = isset($_GET['fc'], $_GET['module'], $_GET['controller']) && $_GET['fc'] === 'module'
    && $_GET['module'] === 'sconnect' && $_GET['controller'] === 'bridge';
$module = new Sconnect();
if (!$isOurs || !$module->active) {
    header('HTTP/1.1 404 Not Found', true, 404);
    echo '<html>page not found</html>';
    exit;
}
// From here on it is our module that asks.
Db::$isNoting = $standIn['queries'];
require_once _PS_MODULE_DIR_ . 'sconnect/controllers/front/bridge.php';
$controller = new SconnectBridgeModuleFrontController();
$controller->run();
