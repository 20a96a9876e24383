<?php

class Module
{
    public $name;
    public $tab;
    public $version;
    public $author;
    public $need_instance;
    public $bootstrap;
    public $ps_versions_compliancy;
    public $displayName;
    public $description;
    public $confirmUninstall;
    public $active = false;
    public $context;

    public function __construct()
    {
        $this->context = Context::getContext();
        $this->active = (bool) Db::getInstance()->getValue('SELECT `active` FROM ' . $this->table() . " WHERE `name` = '"
            . pSQL($this->name) . "'");
    }

    private function table()
    {
        return '`' . _DB_PREFIX_ . 'module`';
    }

    public function install()
    {
        $compliancy = $this->ps_versions_compliancy;
        if (version_compare(_PS_VERSION_, $compliancy['min'], '<') || version_compare(_PS_VERSION_, $compliancy['max'], '>')) {
            return false;
        }
        return Db::getInstance()->execute('INSERT INTO ' . $this->table() . " (`name`, `active`, `version`) VALUES ('"
            . pSQL($this->name) . "', 1, '" . pSQL($this->version) . "')");
    }

    public function uninstall()
    {
        return Db::getInstance()->execute('DELETE FROM ' . $this->table() . " WHERE `name` = '" . pSQL($this->name) . "'");
    }

    public function registerHook($name)
    {
        note('hooks.log', 'registered ' . $name);
        return true;
    }

    /** The translation as PrestaShop looks it up: by the md5 of the English text. */
    public function l($text)
    {
        $file = _PS_MODULE_DIR_ . $this->name . '/translations/' . Context::getContext()->language->iso_code . '.php';
        global $_MODULE;
        if (file_exists($file)) {
            include_once $file;
        }
        $key = '<{' . $this->name . '}prestashop>' . $this->name . '_' . md5($text);
        return htmlspecialchars(empty($_MODULE[$key]) ? $text : $_MODULE[$key], ENT_COMPAT, 'UTF-8');
    }

    public function displayError($text)
    {
        return '<div class="error">' . $text . '</div>';
    }

    public function displayConfirmation($text)
    {
        return '<div class="confirmation">' . $text . '</div>';
    }

    /** No Smarty here: the values that the template would show. */
    public function display($file, $template)
    {
        if (!is_readable(dirname($file) . '/' . $template)) {
            throw new PrestaShopException('no template');
        }
        return '<div class="status">' . implode(' | ', array_map('htmlspecialchars', Context::getContext()->smarty->values)) . '</div>';
    }
}

/** No form here: what it was asked to show. */
class HelperForm
{
    public $module;
    public $name_controller;
    public $token;
    public $currentIndex;
    public $default_form_language;
    public $submit_action;
    public $fields_value;

    public function generateForm($forms)
    {
        return '<form>' . json_encode(array('forms' => $forms, 'values' => $this->fields_value)) . '</form>';
    }
}
