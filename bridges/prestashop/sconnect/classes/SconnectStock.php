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

/** Writes stock line by line: PrestaShop's own call checks nothing and even makes rows for products that are not there. */
class SconnectStock
{
    const MAX = 100;
    /** What the column of a shop holds. */
    const MAX_QUANTITY = 2147483647;
    const MIN_QUANTITY = -2147483648;

    private $shop;
    private $articles;

    public function __construct($shop, $articles)
    {
        $this->shop = $shop;
        $this->articles = $articles;
    }

    /** An answer for every line, in the same order; one that fails does not stop the others. */
    public function write($question)
    {
        if ($this->shop->setting('SCONNECT_STOCK') !== '1') {
            throw new SconnectProblem('stock.notAllowed', 'the switch in the module is off');
        }
        $lines = SconnectArguments::items($question, 'lines', self::MAX);
        $pairs = self::pairs($lines);
        $rows = $this->articles->stockOfProducts($pairs);
        $set = array('managed' => $this->shop->setting('PS_STOCK_MANAGEMENT') === '1',
            'advanced' => $this->dependsOnWarehouses(), 'packs' => $this->shop->setting('PS_PACK_STOCK_TYPE'));
        $times = array_count_values(self::keys($lines));
        $answers = array();
        $written = array();
        foreach ($lines as $i => $line) {
            $answers[$i] = self::judge($line, $rows, $set, $times);
            if ($answers[$i]['result'] === 'ok') {
                $answers[$i] = $this->writeOne($line, $answers[$i]);
                $written[] = SconnectArguments::key($line['key']);
            }
        }
        return array('lines' => $this->confirm($lines, $answers, $written));
    }

    /** 8 and 9 no longer look at it, whatever an old setting says. */
    private function dependsOnWarehouses()
    {
        return version_compare($this->shop->version(), '8.0.0', '<')
            && $this->shop->setting('PS_ADVANCED_STOCK_MANAGEMENT') === '1';
    }

    private static function keys($lines)
    {
        $keys = array();
        foreach ($lines as $line) {
            if (is_array($line) && isset($line['key']) && is_string($line['key'])) {
                $keys[] = $line['key'];
            }
        }
        return $keys;
    }

    private static function pairs($lines)
    {
        $pairs = array();
        foreach (self::keys($lines) as $key) {
            $pair = SconnectArguments::key($key);
            if ($pair !== null) {
                $pairs[] = $pair;
            }
        }
        return $pairs;
    }

    /** What must be answered to a line without writing, or 'ok' when it may be written. Pure. */
    public static function judge($line, $rows, $set, $times)
    {
        $key = is_array($line) && isset($line['key']) && is_string($line['key']) ? $line['key'] : '';
        $pair = SconnectArguments::key($key);
        if ($pair === null) {
            return self::answer($key, 'invalid', 'key');
        }
        $quantity = isset($line['quantity']) ? $line['quantity'] : null;
        if (!is_int($quantity) || $quantity > self::MAX_QUANTITY || $quantity < self::MIN_QUANTITY) {
            return self::answer($key, 'invalid', 'quantity');
        }
        if ($times[$key] > 1) {
            return self::answer($key, 'ambiguous', 'twice in one question');
        }
        $row = self::find($pair, $rows);
        if (!is_array($row)) {
            return self::answer($key, $row === 'combinations' ? 'invalid' : 'unknown', $row);
        }
        $why = self::notManaged($row, $set);
        if ($why !== null) {
            return self::answer($key, 'notManaged', $why);
        }
        return self::answer($key, $row['quantity'] === (string) $quantity ? 'unchanged' : 'ok', null);
    }

    /** The row, or why there is none: 'product', 'combination' (not of this product) or 'combinations' (it has those). */
    private static function find($pair, $rows)
    {
        $reason = 'product';
        foreach ($rows as $row) {
            if ($row['id_product'] === $pair[0]) {
                if ($row['id_product_attribute'] === $pair[1]) {
                    return $row;
                }
                $reason = $pair[1] === '0' ? 'combinations' : 'combination';
            }
        }
        return $reason;
    }

    private static function notManaged($row, $set)
    {
        if (!$set['managed']) {
            return 'stockManagement';
        }
        if ($set['advanced'] && $row['depends_on_stock'] === '1') {
            return 'advancedStock';
        }
        if ($row['is_virtual'] === '1') {
            return 'virtual';
        }
        $type = $row['pack_stock_type'] === '3' ? $set['packs'] : $row['pack_stock_type'];
        return $row['is_pack'] === '1' && $type === '1' ? 'pack' : null;
    }

    private static function answer($key, $result, $detail)
    {
        return array('key' => $key, 'result' => $result, 'detail' => $detail);
    }

    /** Other modules run within the call, so anything can come out of it. */
    private function writeOne($line, $answer)
    {
        $pair = SconnectArguments::key($line['key']);
        try {
            $this->shop->setQuantity($pair[0], $pair[1], $line['quantity']);
        } catch (Exception $failure) {
            return self::answer($line['key'], 'failed', 'stopped by ' . get_class($failure));
        } catch (Throwable $failure) {
            return self::answer($line['key'], 'failed', 'stopped by ' . get_class($failure));
        }
        return $answer;
    }

    /** The call tells nothing: read what is there now. What stopped half-way can have been written all the same. */
    private function confirm($lines, $answers, $written)
    {
        if (!$written) {
            return $answers;
        }
        $now = array();
        foreach ($this->articles->stockOf($written) as $row) {
            $now[$row['id_product'] . ':' . $row['id_product_attribute']] = $row['quantity'];
        }
        foreach ($answers as $i => $answer) {
            $key = $answer['key'];
            $isThere = isset($now[$key]) && $now[$key] === (string) $lines[$i]['quantity'];
            if ($answer['result'] === 'ok' && !$isThere) {
                $answers[$i] = self::answer($key, 'failed', 'notWritten');
            } elseif ($answer['result'] === 'failed' && $isThere) {
                $answers[$i] = self::answer($key, 'ok', $answer['detail']);
            }
        }
        return $answers;
    }
}
