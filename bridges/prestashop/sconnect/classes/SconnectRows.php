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

/** Small work on rows of the database: every value is text or null. Pure. */
class SconnectRows
{
    /** The different numbers above 0 in a column, as digits. */
    public static function numbers($rows, $column)
    {
        $numbers = array();
        foreach ($rows as $row) {
            if (isset($row[$column]) && preg_match('/^[1-9][0-9]{0,18}\z/', $row[$column])) {
                $numbers[$row[$column]] = $row[$column];
            }
        }
        return array_values($numbers);
    }

    /** A condition on a column; one that is never true for no numbers. Only for digits, as `numbers` gives them. */
    public static function in($column, $numbers)
    {
        return $numbers ? $column . ' IN (' . implode(',', $numbers) . ')' : '0 = 1';
    }

    /** Rows gathered by a column; with $hidden that column is left out of them. */
    public static function by($rows, $column, $hidden = false)
    {
        $groups = array();
        foreach ($rows as $row) {
            $key = (string) $row[$column];
            if ($hidden) {
                unset($row[$column]);
            }
            $groups[$key][] = $row;
        }
        return $groups;
    }

    public static function of($groups, $key)
    {
        return isset($groups[(string) $key]) ? $groups[(string) $key] : array();
    }

    public static function first($groups, $key)
    {
        return isset($groups[(string) $key]) ? $groups[(string) $key][0] : null;
    }

    /** JSON; text that is not UTF-8 is repaired, since json_encode gives nothing at all for it. */
    public static function json($value)
    {
        $json = json_encode($value);
        if ($json === false || $json === 'null') {
            $json = json_encode(self::repaired($value));
        }
        return $json;
    }

    private static function repaired($value)
    {
        if (is_array($value)) {
            return array_map(array('SconnectRows', 'repaired'), $value);
        }
        if (is_string($value) && !preg_match('//u', $value)) {
            return preg_replace('/[\x80-\xFF]/', '?', $value);
        }
        return $value;
    }
}
