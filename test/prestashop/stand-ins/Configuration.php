<?php

/** The settings of the shop, out of its own table: of this shop, else of all shops. Read once, as PrestaShop does. */
class Configuration
{
    private static $values = null;

    private static function table()
    {
        return '`' . _DB_PREFIX_ . 'configuration`';
    }

    public static function get($name)
    {
        if (self::$values === null) {
            self::$values = array();
            $rows = Db::getInstance()->executeS('SELECT `name`, `value`, `id_shop` FROM ' . self::table()
                . ' ORDER BY `id_shop`');
            foreach ($rows as $row) {
                if ($row['id_shop'] === null || (int) $row['id_shop'] === (int) $GLOBALS['standIn']['shop']) {
                    self::$values[$row['name']] = $row['value'];
                }
            }
        }
        return isset(self::$values[$name]) ? self::$values[$name] : false;
    }

    public static function updateValue($name, $value)
    {
        self::get($name);
        $db = Db::getInstance();
        $db->execute('DELETE FROM ' . self::table() . " WHERE `name` = '" . pSQL($name) . "'");
        self::$values[$name] = $value;
        return $db->execute('INSERT INTO ' . self::table() . " (`name`, `value`, `date_add`, `date_upd`) VALUES ('"
            . pSQL($name) . "', '" . pSQL($value) . "', NOW(), NOW())");
    }

    public static function deleteByName($name)
    {
        unset(self::$values[$name]);
        return Db::getInstance()->execute('DELETE FROM ' . self::table() . " WHERE `name` = '" . pSQL($name) . "'");
    }
}
