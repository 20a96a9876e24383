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

/** The lines of a page of orders with their taxes, chosen attributes and what the customer typed. */
class SconnectOrderLines
{
    private $shop;
    private $language;

    public function __construct($shop, $language)
    {
        $this->shop = $shop;
        $this->language = $language;
    }

    /** By order number. */
    public function ofOrders($orders, $ofOrders)
    {
        $lines = $this->shop->rows('SELECT ' . $this->shop->select('t', 'order_detail') . ' FROM '
            . $this->shop->table('order_detail') . ' `t` WHERE ' . $ofOrders . ' ORDER BY `t`.`id_order_detail`');
        $byId = SconnectRows::by($orders, 'id_order');
        $taxes = SconnectRows::by($this->taxes($lines), 'id_order_detail', true);
        $attributes = SconnectRows::by($this->attributes($lines, $orders), 'id_product_attribute');
        $typed = $this->typed($lines, $orders);
        foreach ($lines as $i => $line) {
            $order = SconnectRows::first($byId, $line['id_order']);
            $lines[$i]['taxes'] = SconnectRows::of($taxes, $line['id_order_detail']);
            $lines[$i]['attributes'] = $this->inLanguage(
                SconnectRows::of($attributes, $line['product_attribute_id']), $order['id_lang']);
            $lines[$i]['customizations'] = $this->named(SconnectRows::of($typed, $this->typedKey($line, $order)), $order);
        }
        return SconnectRows::by($lines, 'id_order');
    }

    private function taxes($lines)
    {
        return $this->shop->rows('SELECT ' . $this->shop->select('t', 'order_detail_tax') . ', `x`.`rate`, `l`.`name`'
            . ' FROM ' . $this->shop->table('order_detail_tax') . ' `t` LEFT JOIN ' . $this->shop->table('tax')
            . ' `x` ON `x`.`id_tax` = `t`.`id_tax` LEFT JOIN ' . $this->shop->table('tax_lang')
            . ' `l` ON `l`.`id_tax` = `t`.`id_tax` AND `l`.`id_lang` = ' . $this->language . ' WHERE '
            . SconnectRows::in('`t`.`id_order_detail`', SconnectRows::numbers($lines, 'id_order_detail')));
    }

    /** Names as the catalogue has them now, in the languages of these orders; the line's own name keeps the old ones. */
    private function attributes($lines, $orders)
    {
        $group = $this->shop->table('attribute_group_lang');
        return $this->shop->rows('SELECT `c`.`id_product_attribute`, `l`.`id_lang`, `g`.`name` AS `group`, `l`.`name`'
            . ' FROM ' . $this->shop->table('product_attribute_combination') . ' `c` JOIN '
            . $this->shop->table('attribute') . ' `a` ON `a`.`id_attribute` = `c`.`id_attribute` JOIN '
            . $this->shop->table('attribute_lang') . ' `l` ON `l`.`id_attribute` = `a`.`id_attribute` JOIN ' . $group
            . ' `g` ON `g`.`id_attribute_group` = `a`.`id_attribute_group` AND `g`.`id_lang` = `l`.`id_lang` WHERE '
            . SconnectRows::in('`c`.`id_product_attribute`', SconnectRows::numbers($lines, 'product_attribute_id'))
            . ' AND ' . SconnectRows::in('`l`.`id_lang`', SconnectRows::numbers($orders, 'id_lang'))
            . ' ORDER BY `a`.`id_attribute_group`, `a`.`id_attribute`');
    }

    private function inLanguage($attributes, $language)
    {
        $found = array();
        foreach ($attributes as $attribute) {
            if ($attribute['id_lang'] === $language) {
                $found[] = array('group' => $attribute['group'], 'name' => $attribute['name']);
            }
        }
        return $found;
    }

    /** From 1.7 a line names its customization; before, cart, product and combination lead to it. */
    private function typedKey($line, $order)
    {
        if (isset($line['id_customization'])) {
            return $line['id_customization'];
        }
        return $order['id_cart'] . ':' . $line['product_id'] . ':' . $line['product_attribute_id'];
    }

    private function typed($lines, $orders)
    {
        $hasId = $this->shop->has('order_detail', 'id_customization');
        $condition = SconnectRows::in('`c`.`id_customization`', SconnectRows::numbers($lines, 'id_customization'));
        if (!$hasId) {
            $condition = SconnectRows::in('`c`.`id_cart`', SconnectRows::numbers($orders, 'id_cart'))
                . ' AND `c`.`in_cart` = 1';
        }
        $rows = $this->shop->rows('SELECT ' . $this->shop->select('d', 'customized_data') . ', `c`.`quantity`, `c`.`id_cart`,'
            . ' `c`.`id_product`, `c`.`id_product_attribute`, `l`.`id_lang`, `l`.`name` FROM '
            . $this->shop->table('customization') . ' `c` JOIN ' . $this->shop->table('customized_data')
            . ' `d` ON `d`.`id_customization` = `c`.`id_customization` LEFT JOIN '
            . $this->shop->table('customization_field_lang') . ' `l` ON `l`.`id_customization_field` = `d`.`index`'
            . ' AND ' . SconnectRows::in('`l`.`id_lang`', SconnectRows::numbers($orders, 'id_lang'))
            . ' WHERE ' . $condition . ' ORDER BY `d`.`id_customization`, `d`.`index`');
        $typed = array();
        foreach ($rows as $row) {
            $key = $row['id_cart'] . ':' . $row['id_product'] . ':' . $row['id_product_attribute'];
            unset($row['id_cart'], $row['id_product'], $row['id_product_attribute']);
            $typed[$hasId ? $row['id_customization'] : $key][] = $row;
        }
        return $typed;
    }

    /** One entry per field: its name in the order's language, else in any (there is a row per language and shop). */
    private function named($rows, $order)
    {
        $fields = array();
        foreach ($rows as $row) {
            $key = $row['id_customization'] . ':' . $row['type'] . ':' . $row['index'];
            $isBetter = $row['id_lang'] === $order['id_lang'];
            unset($row['id_lang']);
            if (!isset($fields[$key]) || $isBetter) {
                $fields[$key] = $row;
            }
        }
        return array_values($fields);
    }
}
