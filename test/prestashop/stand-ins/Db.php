<?php

class PrestaShopException extends Exception
{
}

class PrestaShopDatabaseException extends PrestaShopException
{
}

/** PrestaShop's Db: rows as arrays, false when a query fails (an exception in debug mode), no strict mode. */
class Db
{
    public static $isNoting = false;
    private static $one = null;
    private $link;

    public static function getInstance($master = true)
    {
        if (self::$one === null) {
            self::$one = new Db();
        }
        return self::$one;
    }

    private function __construct()
    {
        $standIn = $GLOBALS['standIn'];
        mysqli_report(MYSQLI_REPORT_OFF);
        $this->link = mysqli_init();
        if ($standIn['nativeNumbers']) {
            // As PDO gives them from PHP 8.1.
            $this->link->options(MYSQLI_OPT_INT_AND_FLOAT_NATIVE, 1);
        }
        $this->link->real_connect($standIn['host'], $standIn['user'], $standIn['password'], $standIn['database'], $standIn['port']);
        $this->link->query('SET NAMES utf8mb4');
        $this->link->query("SET SESSION sql_mode = ''");
    }

    public function executeS($sql, $array = true, $useCache = true)
    {
        if (!preg_match('#^\s*\(?\s*(select|show|explain|describe|desc|checksum)\s#i', $sql)
            || stripos($sql, 'outfile') !== false || stripos($sql, 'dumpfile') !== false) {
            throw new PrestaShopDatabaseException('Db->executeS() is for reading');
        }
        $result = $this->query($sql);
        if (!$result) {
            return false;
        }
        $rows = array();
        while ($row = $result->fetch_assoc()) {
            $rows[] = $row;
        }
        return $rows;
    }

    public function getValue($sql)
    {
        $result = $this->query($sql . ' LIMIT 1');
        $row = $result ? $result->fetch_row() : null;
        return $row ? $row[0] : false;
    }

    public function execute($sql, $useCache = true)
    {
        return (bool) $this->query($sql);
    }

    public function Affected_Rows()
    {
        return $this->link->affected_rows;
    }

    public function getNumberError()
    {
        return $this->link->errno;
    }

    public function escape($text, $htmlOk = false)
    {
        $text = $this->link->real_escape_string($text);
        return $htmlOk ? $text : strip_tags(nl2br($text));
    }

    private function query($sql)
    {
        if (self::$isNoting) {
            note('queries.log', str_replace("\n", ' ', $sql));
        }
        $result = $this->link->query($sql);
        if (!$result && $GLOBALS['standIn']['debug']) {
            throw new PrestaShopDatabaseException($this->link->error . ' ' . $sql);
        }
        return $result;
    }
}

function pSQL($text, $htmlOk = false)
{
    return Db::getInstance()->escape($text, $htmlOk);
}
