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

require_once dirname(__FILE__) . '/classes/load.php';

/**
 * The module itself: installing, and the page where the security key is filled in. It stands on no hook, so it cannot
 * come in the way of a customer's checkout; the work is done by controllers/front/bridge.php.
 */
class Sconnect extends Module
{
    public function __construct()
    {
        $this->name = 'sconnect';
        $this->tab = 'administration';
        $this->version = '1.0.0';
        $this->author = 'S-Connect';
        $this->need_instance = 0;
        $this->bootstrap = true;
        $this->ps_versions_compliancy = array('min' => '1.6.0.0', 'max' => '9.99.99');
        parent::__construct();
        $this->displayName = $this->l('S-Connect for SnelStart');
        $this->description = $this->l('Puts the orders of this shop in SnelStart, and the stock of SnelStart in this shop.');
        $this->confirmUninstall = $this->l('Without this module no orders reach SnelStart any more. Uninstall it?');
    }

    public function install()
    {
        return parent::install() && $this->prepare();
    }

    /** Also for an upgrade: makes what is not there yet and leaves what is. */
    public function prepare()
    {
        $shop = new SconnectShop();
        $shop->makeTable();
        foreach (array('SCONNECT_KEY' => '', 'SCONNECT_STOCK' => '0') as $name => $value) {
            if (Configuration::get($name) === false && !Configuration::updateValue($name, $value)) {
                return false;
            }
        }
        return true;
    }

    public function uninstall()
    {
        $shop = new SconnectShop();
        $shop->dropTable();
        return Configuration::deleteByName('SCONNECT_KEY') && Configuration::deleteByName('SCONNECT_STOCK')
            && parent::uninstall();
    }

    /** The configuration page. */
    public function getContent()
    {
        // An installation that stopped half-way is made whole here.
        $this->prepare();
        $said = '';
        if (Tools::isSubmit('submitSconnect')) {
            $said = $this->save(trim((string) Tools::getValue('SCONNECT_NEW_KEY')), (int) Tools::getValue('SCONNECT_STOCK'));
        }
        return $said . $this->status() . $this->form();
    }

    /** An empty key keeps the one that is there. */
    private function save($key, $mayWriteStock)
    {
        if ($key !== '' && !SconnectRequest::isKey($key)) {
            return $this->displayError($this->l('This is not a security key. Copy it whole from S-Connect: 64 characters, 0 to 9 and a to f.'));
        }
        if ($key !== '') {
            Configuration::updateValue('SCONNECT_KEY', $key);
        }
        Configuration::updateValue('SCONNECT_STOCK', $mayWriteStock === 1 ? '1' : '0');
        return $this->displayConfirmation($this->l('Saved. Test the connection in S-Connect now.'));
    }

    private function status()
    {
        $shop = new SconnectShop();
        $last = $shop->lastRequest();
        $this->context->smarty->assign(array(
            'sconnect_title' => $this->l('Connection'),
            'sconnect_last' => $last === null ? $this->l('S-Connect has not asked anything yet.')
                : $this->l('Last request of S-Connect:') . ' ' . date('d-m-Y H:i:s', (int) $last['asked_at']),
            'sconnect_client' => $last === null ? '' : $last['client'],
            'sconnect_version' => $this->l('Version of this module:') . ' ' . $this->version,
        ));
        return $this->display(__FILE__, 'views/templates/admin/status.tpl');
    }

    private function form()
    {
        $form = new HelperForm();
        $form->module = $this;
        $form->name_controller = $this->name;
        $form->token = Tools::getAdminTokenLite('AdminModules');
        $form->currentIndex = AdminController::$currentIndex . '&configure=' . $this->name;
        $form->default_form_language = (int) Configuration::get('PS_LANG_DEFAULT');
        $form->submit_action = 'submitSconnect';
        // The key itself never goes to the page again.
        $form->fields_value = array('SCONNECT_NEW_KEY' => '', 'SCONNECT_STOCK' => (int) Configuration::get('SCONNECT_STOCK'));
        return $form->generateForm(array(array('form' => array(
            'legend' => array('title' => $this->l('Settings'), 'icon' => 'icon-cogs'),
            'input' => array($this->keyField(), $this->stockField()),
            'submit' => array('title' => $this->l('Save')),
        ))));
    }

    private function keyField()
    {
        $key = (string) Configuration::get('SCONNECT_KEY');
        $state = $key === '' ? $this->l('No key yet. In S-Connect click the lock beside Token, and paste the token here.')
            : $this->l('A key is saved; leave this empty to keep it. It ends in:') . ' ' . substr($key, -4);
        return array('type' => 'text', 'name' => 'SCONNECT_NEW_KEY', 'label' => $this->l('Security key'),
            'desc' => $state, 'autocomplete' => false);
    }

    private function stockField()
    {
        return array('type' => 'switch', 'name' => 'SCONNECT_STOCK', 'is_bool' => true,
            'label' => $this->l('Stock may be written'),
            'desc' => $this->l('Lets S-Connect put the stock of SnelStart in this shop. Off: S-Connect only reads.'),
            'values' => array(
                array('id' => 'SCONNECT_STOCK_on', 'value' => 1, 'label' => $this->l('Yes')),
                array('id' => 'SCONNECT_STOCK_off', 'value' => 0, 'label' => $this->l('No')),
            ));
    }
}
