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

/** Checks what a question brings along. Pure. */
class SconnectArguments
{
    /** Before every date that can be stored. */
    const NO_DATE = '0000-00-00 00:00:00';

    /** A whole number above 0 and at most $most; $most when it is left out. */
    public static function limit($question, $most)
    {
        $limit = isset($question['limit']) ? $question['limit'] : $most;
        if (!is_int($limit) || $limit < 1) {
            throw new SconnectProblem('question.wrong', 'limit');
        }
        return min($limit, $most);
    }

    /** A date and time as the shop writes it. */
    public static function date($question, $name)
    {
        $date = isset($question[$name]) ? $question[$name] : self::NO_DATE;
        if (!is_string($date) || !preg_match('/^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\z/', $date)) {
            throw new SconnectProblem('question.wrong', $name);
        }
        return $date;
    }

    public static function id($question, $name)
    {
        $id = isset($question[$name]) ? $question[$name] : null;
        if ((!is_string($id) && !is_int($id)) || !preg_match('/^(0|[1-9][0-9]{0,9})\z/', (string) $id)) {
            throw new SconnectProblem('question.wrong', $name);
        }
        return (string) $id;
    }

    /** The token of an earlier page, with these ids in it besides the date; null to begin. */
    public static function token($question, $ids, $hasDate = true)
    {
        if (!isset($question['token'])) {
            return null;
        }
        if (!is_array($question['token'])) {
            throw new SconnectProblem('question.wrong', 'token');
        }
        $token = $hasDate ? array('date_upd' => self::date($question['token'] + array('date_upd' => ''), 'date_upd')) : array();
        foreach ($ids as $id) {
            $token[$id] = self::id($question['token'], $id);
        }
        return $token;
    }

    /** A list of at most $most. */
    public static function items($question, $name, $most)
    {
        $items = isset($question[$name]) ? $question[$name] : null;
        if (!is_array($items) || count($items) > $most || array_values($items) !== $items) {
            throw new SconnectProblem('question.wrong', $name);
        }
        return $items;
    }

    /** '12:34' as (product, combination); null when it is no such key. */
    public static function key($key)
    {
        if (!is_string($key) || !preg_match('/^([1-9][0-9]{0,9}):(0|[1-9][0-9]{0,9})\z/', $key, $match)) {
            return null;
        }
        return array($match[1], $match[2]);
    }

    /** What comes strictly after these values in the order of the columns: (a > x OR (a = x AND (b > y …))). */
    public static function after($columns)
    {
        $condition = '0 = 1';
        foreach (array_reverse($columns, true) as $column => $value) {
            $condition = '(' . $column . ' > ' . $value . ' OR (' . $column . ' = ' . $value . ' AND ' . $condition . '))';
        }
        return $condition;
    }
}
