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

/**
 * All that the bridge asks of PrestaShop's own classes is in this file: Db, Configuration, Context, Shop and
 * StockAvailable (which runs the hooks). The rest of the bridge gets and gives plain values.
 */
class SconnectShop
{
    /** Not needed by anyone, or secret. */
    private static $never = array('passwd', 'secure_key', 'reset_password_token', 'reset_password_validity',
        'last_passwd_gen', 'ip_registration_newsletter', 'download_hash', 'card_number', 'card_brand',
        'card_expiration', 'card_holder', 'birthday', 'id_gender', 'id_risk', 'newsletter', 'newsletter_date_add', 'optin',
        'note', 'shop_address');

    private $columns = array();

    /** Text of a setting, '' when it is not there. */
    public function setting($name)
    {
        return (string) Configuration::get($name);
    }

    public function version()
    {
        return _PS_VERSION_;
    }

    public function shopId()
    {
        return (int) Context::getContext()->shop->id;
    }

    public function shopName()
    {
        return (string) Context::getContext()->shop->name;
    }

    public function hasManyShops()
    {
        return (bool) Shop::isFeatureActive();
    }

    /** A module's controller gets one shop from its address; 'all shops' or a group means that something set it so. */
    public function isOneShop()
    {
        return !$this->hasManyShops() || (int) Shop::getContext() === (int) Shop::CONTEXT_SHOP;
    }

    public function languageId()
    {
        return (int) $this->setting('PS_LANG_DEFAULT');
    }

    /** Rows with text or null in every column: newer PHP gives numbers for some, which lose zeros behind the point. */
    public function rows($sql)
    {
        $rows = Db::getInstance()->executeS($sql, true, false);
        if (!is_array($rows)) {
            throw new SconnectProblem('internal', 'query: error ' . (int) Db::getInstance()->getNumberError());
        }
        foreach ($rows as $i => $row) {
            foreach ($row as $name => $value) {
                $rows[$i][$name] = $value === null ? null : (string) $value;
            }
        }
        return $rows;
    }

    /** How many rows it changed. Only for our own table. */
    public function change($sql)
    {
        if (!Db::getInstance()->execute($sql, false)) {
            throw new SconnectProblem('internal', 'write: error ' . (int) Db::getInstance()->getNumberError());
        }
        return (int) Db::getInstance()->Affected_Rows();
    }

    public function quote($text)
    {
        return "'" . pSQL($text, true) . "'";
    }

    public function table($name)
    {
        return '`' . _DB_PREFIX_ . $name . '`';
    }

    /** Asks once which columns these tables have; `columns` and `select` know only what was asked here. */
    public function learn($tables)
    {
        $names = array();
        foreach ($tables as $table) {
            $this->columns[$table] = array();
            $names[strtolower(_DB_PREFIX_ . $table)] = $table;
        }
        $quoted = array();
        foreach ($tables as $table) {
            $quoted[] = $this->quote(_DB_PREFIX_ . $table);
        }
        $sql = 'SELECT `TABLE_NAME` AS `name`, `COLUMN_NAME` AS `part` FROM `information_schema`.`COLUMNS`'
            . ' WHERE `TABLE_SCHEMA` = DATABASE() AND `TABLE_NAME` IN (' . implode(',', $quoted) . ')'
            . ' ORDER BY `TABLE_NAME`, `ORDINAL_POSITION`';
        foreach ($this->rows($sql) as $row) {
            $name = strtolower($row['name']);
            // Windows and macOS give names in small letters.
            if (isset($names[$name])) {
                $this->columns[$names[$name]][] = $row['part'];
            }
        }
    }

    public function has($table, $column)
    {
        return in_array($column, $this->columns[$table], true);
    }

    /** The columns of a table that this version has, for a SELECT; with $only: of these. */
    public function select($alias, $table, $only = null)
    {
        $wanted = array_diff($this->columns[$table], self::$never);
        if ($only !== null) {
            $wanted = array_intersect($wanted, $only);
        }
        if (!$wanted) {
            throw new SconnectProblem('internal', 'no table ' . $table);
        }
        return '`' . $alias . '`.`' . implode('`,`' . $alias . '`.`', $wanted) . '`';
    }

    /** The condition on stock_available for this shop: a row per shop, or one for a group that shares its stock. */
    public function stockOfShop($alias)
    {
        $group = Context::getContext()->shop->getGroup();
        if ($group && $group->share_stock) {
            return '`' . $alias . '`.`id_shop` = 0 AND `' . $alias . '`.`id_shop_group` = ' . (int) $group->id;
        }
        return '`' . $alias . '`.`id_shop` = ' . $this->shopId() . ' AND `' . $alias . '`.`id_shop_group` = 0';
    }

    /** Through PrestaShop, so that totals follow and its hooks run. It answers and checks nothing: see SconnectStock. */
    public function setQuantity($product, $combination, $quantity)
    {
        StockAvailable::setQuantity((int) $product, (int) $combination, (int) $quantity, $this->shopId());
    }

    /** Whether the nonce is new; remembers it, with which S-Connect asked. Forgets what no longer matters. */
    public function remember($nonce, $client, $now, $keep)
    {
        $this->change('DELETE FROM ' . $this->table('sconnect_request') . ' WHERE `asked_at` < ' . (int) ($now - $keep));
        return $this->change('INSERT IGNORE INTO ' . $this->table('sconnect_request')
            . ' (`nonce`, `asked_at`, `client`) VALUES (' . $this->quote($nonce) . ', ' . (int) $now . ', '
            . $this->quote(substr(preg_replace('/[^ -~]/', '', $client), 0, 64)) . ')') === 1;
    }

    /** The last request that was signed rightly: asked_at (seconds since 1970) and client; null: none yet. */
    public function lastRequest()
    {
        $rows = $this->rows('SELECT `asked_at`, `client` FROM ' . $this->table('sconnect_request')
            . ' ORDER BY `asked_at` DESC LIMIT 1');
        return $rows ? $rows[0] : null;
    }

    /** Our only table; safe to repeat. */
    public function makeTable()
    {
        $this->change('CREATE TABLE IF NOT EXISTS ' . $this->table('sconnect_request') . ' ('
            . '`nonce` CHAR(32) NOT NULL, `asked_at` INT UNSIGNED NOT NULL, `client` VARCHAR(64) NOT NULL,'
            . ' PRIMARY KEY (`nonce`), KEY `asked_at` (`asked_at`)) ENGINE=' . _MYSQL_ENGINE_ . ' DEFAULT CHARSET=utf8');
    }

    public function dropTable()
    {
        $this->change('DROP TABLE IF EXISTS ' . $this->table('sconnect_request'));
    }
}
