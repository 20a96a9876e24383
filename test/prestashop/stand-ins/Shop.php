<?php

class Shop
{
    const CONTEXT_SHOP = 1;
    const CONTEXT_GROUP = 2;
    const CONTEXT_ALL = 4;

    public $id;
    public $name;

    public function __construct($id)
    {
        $this->id = $id;
        $this->name = Db::getInstance()->getValue('SELECT `name` FROM `' . _DB_PREFIX_ . 'shop` WHERE `id_shop` = ' . (int) $id);
    }

    public static function isFeatureActive()
    {
        return Configuration::get('PS_MULTISHOP_FEATURE_ACTIVE')
            && Db::getInstance()->getValue('SELECT COUNT(*) FROM `' . _DB_PREFIX_ . 'shop`') > 1;
    }

    public static function getContext()
    {
        return (int) $GLOBALS['standIn']['context'];
    }

    public function getGroup()
    {
        $rows = Db::getInstance()->executeS('SELECT `g`.* FROM `' . _DB_PREFIX_ . 'shop_group` `g` JOIN `' . _DB_PREFIX_
            . 'shop` `s` USING (`id_shop_group`) WHERE `s`.`id_shop` = ' . (int) $this->id);
        return (object) ($rows[0] + array('id' => $rows[0]['id_shop_group']));
    }
}

class Context
{
    private static $one = null;
    public $shop;
    public $smarty;
    public $language;

    public static function getContext()
    {
        if (self::$one === null) {
            self::$one = new Context();
            self::$one->shop = new Shop((int) $GLOBALS['standIn']['shop']);
            self::$one->smarty = new SmartyStandIn();
            self::$one->language = (object) array('iso_code' => $GLOBALS['standIn']['language']);
        }
        return self::$one;
    }
}

class SmartyStandIn
{
    public $values = array();

    public function assign($values)
    {
        $this->values = array_merge($this->values, $values);
    }
}
