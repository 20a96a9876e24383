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

// PrestaShop's autoloader does not look in modules.
foreach (array('Problem', 'Request', 'Rows', 'Arguments', 'Shop', 'OrderLines', 'Orders', 'Articles', 'Stock', 'Bridge') as $name) {
    require_once dirname(__FILE__) . '/Sconnect' . $name . '.php';
}
