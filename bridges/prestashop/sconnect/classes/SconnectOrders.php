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

/** Orders as the shop's own rows: a page takes one query for each table, however many orders it has. */
class SconnectOrders
{
    const MAX = 100;
    /** A module can give all orders the same reference: more of them than this say nothing about one basket. */
    const MAX_SHARED = 50;

    private static $tables = array('orders', 'order_state', 'customer', 'group', 'address', 'currency', 'carrier',
        'order_detail', 'order_detail_tax', 'customization', 'customized_data', 'order_cart_rule', 'cart_rule',
        'order_carrier', 'order_invoice', 'order_invoice_tax', 'order_payment', 'order_slip', 'order_slip_detail',
        'order_history');

    private $shop;
    private $language;

    public function __construct($shop)
    {
        $this->shop = $shop;
        $this->language = $shop->languageId();
    }

    /** Orders by (changed, id), strictly after the token; without a token from `since` on. */
    public function page($question)
    {
        $limit = SconnectArguments::limit($question, self::MAX);
        $since = SconnectArguments::date($question, 'since');
        $token = SconnectArguments::token($question, array('id_order'));
        $where = '`p`.`changed` >= ' . $this->shop->quote($since);
        if ($token !== null) {
            $where .= ' AND ' . SconnectArguments::after(array(
                '`p`.`changed`' => $this->shop->quote($token['date_upd']),
                '`p`.`id_order`' => $token['id_order'],
            ));
        }
        $rows = $this->orders($where . ' ORDER BY `p`.`changed`, `p`.`id_order` LIMIT ' . $limit);
        $last = end($rows);
        if ($last) {
            $token = array('date_upd' => $last['sconnect_changed'], 'id_order' => $last['id_order']);
        }
        return array('orders' => $this->complete($rows), 'token' => $token, 'now' => date('Y-m-d H:i:s'));
    }

    public function one($question)
    {
        $id = SconnectArguments::id($question, 'id');
        $orders = $this->complete($this->orders('`p`.`id_order` = ' . $id));
        return array('order' => $orders ? $orders[0] : null);
    }

    /**
     * A credit slip does not touch the order's own date, and an import can leave it empty: the latest date of the three
     * counts. One query gives rows and their place together: read apart, a change in between could skip others.
     */
    private function orders($tail)
    {
        $this->shop->learn(self::$tables);
        $changed = 'GREATEST(`o`.`date_add`, `o`.`date_upd`, IFNULL(`s`.`slipped`, `o`.`date_upd`))';
        $mine = $this->shop->hasManyShops() ? ' WHERE `o`.`id_shop` = ' . $this->shop->shopId() : '';
        $places = 'SELECT `o`.`id_order`, CAST(' . $changed . ' AS CHAR(19)) AS `changed`'
            . ' FROM ' . $this->shop->table('orders') . ' `o` LEFT JOIN (SELECT `id_order`,'
            . ' MAX(GREATEST(`date_add`, `date_upd`)) AS `slipped` FROM ' . $this->shop->table('order_slip')
            . ' GROUP BY `id_order`) `s` ON `s`.`id_order` = `o`.`id_order`' . $mine;
        return $this->shop->rows('SELECT ' . $this->shop->select('t', 'orders') . ', `p`.`changed` AS `sconnect_changed`'
            . ' FROM (' . $places . ') `p` JOIN ' . $this->shop->table('orders') . ' `t` ON `t`.`id_order` = `p`.`id_order`'
            . ' WHERE ' . $tail);
    }

    private function complete($rows)
    {
        if (!$rows) {
            return array();
        }
        $ids = SconnectRows::numbers($rows, 'id_order');
        $parts = $this->parts($rows, SconnectRows::in('`t`.`id_order`', $ids));
        $orders = array();
        foreach ($rows as $row) {
            unset($row['sconnect_changed']);
            $orders[] = $this->whole($row, $parts);
        }
        return $orders;
    }

    private function parts($rows, $ofOrders)
    {
        $addresses = SconnectRows::by($this->addresses($rows), 'id_address');
        $details = new SconnectOrderLines($this->shop, $this->language);
        return array(
            'states' => SconnectRows::by($this->states($rows), 'id_order_state'),
            'customers' => SconnectRows::by($this->customers($rows), 'id_customer'),
            'addresses' => $addresses,
            'currencies' => SconnectRows::by($this->withIds('currency', 'id_currency', $rows), 'id_currency'),
            'carrier' => SconnectRows::by($this->withIds('carrier', 'id_carrier', $rows), 'id_carrier'),
            'details' => $details->ofOrders($rows, $ofOrders),
            'cart_rules' => SconnectRows::by($this->cartRules($ofOrders), 'id_order'),
            'carriers' => SconnectRows::by($this->carriers($ofOrders), 'id_order'),
            'invoices' => SconnectRows::by($this->invoices($ofOrders), 'id_order'),
            'payments' => $this->payments($rows),
            'slips' => SconnectRows::by($this->slips($ofOrders), 'id_order'),
            'history' => SconnectRows::by($this->history($ofOrders), 'id_order'),
            'messages' => SconnectRows::by($this->messages($ofOrders), 'id_order', true),
            'siblings' => $this->siblings($rows),
            'wrapping' => $this->wrappingRates($addresses),
        );
    }

    private function whole($row, $parts)
    {
        $id = $row['id_order'];
        $addressType = $this->shop->setting('PS_TAX_ADDRESS_TYPE') === 'id_address_invoice'
            ? 'id_address_invoice' : 'id_address_delivery';
        $taxed = SconnectRows::first($parts['addresses'], $row[$addressType]);
        return array(
            'order' => $row,
            'state' => SconnectRows::first($parts['states'], $row['current_state']),
            'customer' => $this->customer($row, $parts),
            'invoice_address' => SconnectRows::first($parts['addresses'], $row['id_address_invoice']),
            'delivery_address' => SconnectRows::first($parts['addresses'], $row['id_address_delivery']),
            'currency' => SconnectRows::first($parts['currencies'], $row['id_currency']),
            'carrier' => SconnectRows::first($parts['carrier'], $row['id_carrier']),
            'details' => SconnectRows::of($parts['details'], $id),
            'cart_rules' => SconnectRows::of($parts['cart_rules'], $id),
            'carriers' => SconnectRows::of($parts['carriers'], $id),
            'invoices' => SconnectRows::of($parts['invoices'], $id),
            'payments' => SconnectRows::of($parts['payments'], strtolower($row['reference'])),
            'slips' => SconnectRows::of($parts['slips'], $id),
            'history' => SconnectRows::of($parts['history'], $id),
            'messages' => SconnectRows::of($parts['messages'], $id),
            'siblings' => SconnectRows::of($parts['siblings'], strtolower($row['reference'])),
            'settings' => array(
                'timezone' => $this->shop->setting('PS_TIMEZONE'),
                'wrapping_rate' => $taxed && isset($parts['wrapping'][$taxed['id_country']])
                    ? $parts['wrapping'][$taxed['id_country']] : null,
                'tax_address_type' => $addressType,
            ),
        );
    }

    private function customer($row, $parts)
    {
        $customer = SconnectRows::first($parts['customers'], $row['id_customer']);
        if ($customer === null) {
            return null;
        }
        $group = array('id' => $customer['id_default_group'], 'name' => $customer['group_name'],
            'price_display_method' => $customer['group_method'], 'reduction' => $customer['group_reduction']);
        unset($customer['group_name'], $customer['group_method'], $customer['group_reduction']);
        return $customer + array('group' => $group);
    }

    /** All columns of a table's rows whose ids a column of $rows names. */
    private function withIds($table, $column, $rows)
    {
        return $this->shop->rows('SELECT ' . $this->shop->select('t', $table) . ' FROM ' . $this->shop->table($table)
            . ' `t` WHERE ' . SconnectRows::in('`t`.`' . $column . '`', SconnectRows::numbers($rows, $column)));
    }

    /** All columns of a table's rows that belong to the orders; $more: joined columns with the joins that give them. */
    private function ofOrders($table, $ofOrders, $order, $more = '', $joins = '')
    {
        return $this->shop->rows('SELECT ' . $this->shop->select('t', $table) . $more . ' FROM '
            . $this->shop->table($table) . ' `t`' . $joins . ' WHERE ' . $ofOrders . ' ORDER BY `t`.`' . $order . '`');
    }

    private function states($rows)
    {
        return $this->shop->rows('SELECT ' . $this->shop->select('t', 'order_state') . ', `l`.`name` FROM '
            . $this->shop->table('order_state') . ' `t` LEFT JOIN ' . $this->shop->table('order_state_lang')
            . ' `l` ON `l`.`id_order_state` = `t`.`id_order_state` AND `l`.`id_lang` = ' . $this->language . ' WHERE '
            . SconnectRows::in('`t`.`id_order_state`', SconnectRows::numbers($rows, 'current_state')));
    }

    private function customers($rows)
    {
        return $this->shop->rows('SELECT ' . $this->shop->select('t', 'customer') . ', `l`.`name` AS `group_name`,'
            . ' `g`.`price_display_method` AS `group_method`, `g`.`reduction` AS `group_reduction` FROM '
            . $this->shop->table('customer') . ' `t` LEFT JOIN ' . $this->shop->table('group')
            . ' `g` ON `g`.`id_group` = `t`.`id_default_group` LEFT JOIN ' . $this->shop->table('group_lang')
            . ' `l` ON `l`.`id_group` = `g`.`id_group` AND `l`.`id_lang` = ' . $this->language . ' WHERE '
            . SconnectRows::in('`t`.`id_customer`', SconnectRows::numbers($rows, 'id_customer')));
    }

    /** Also those that the customer has since deleted: the order keeps pointing to them. */
    private function addresses($rows)
    {
        $ids = array_merge(SconnectRows::numbers($rows, 'id_address_invoice'),
            SconnectRows::numbers($rows, 'id_address_delivery'));
        return $this->shop->rows('SELECT ' . $this->shop->select('t', 'address') . ', `c`.`iso_code` AS `country_iso`,'
            . ' `l`.`name` AS `country_name`, `s`.`iso_code` AS `state_iso`, `s`.`name` AS `state_name` FROM '
            . $this->shop->table('address') . ' `t` LEFT JOIN ' . $this->shop->table('country')
            . ' `c` ON `c`.`id_country` = `t`.`id_country` LEFT JOIN ' . $this->shop->table('country_lang')
            . ' `l` ON `l`.`id_country` = `t`.`id_country` AND `l`.`id_lang` = ' . $this->language . ' LEFT JOIN '
            . $this->shop->table('state') . ' `s` ON `s`.`id_state` = `t`.`id_state` WHERE '
            . SconnectRows::in('`t`.`id_address`', array_values(array_unique($ids))));
    }

    /** What the order keeps of a voucher, and what the voucher says now where it still exists. */
    private function cartRules($ofOrders)
    {
        $wanted = array('code', 'description', 'reduction_percent', 'reduction_amount', 'reduction_tax',
            'reduction_currency', 'reduction_product', 'gift_product', 'gift_product_attribute', 'partial_use');
        return $this->ofOrders('order_cart_rule', $ofOrders, 'id_order_cart_rule',
            ', ' . $this->shop->select('r', 'cart_rule', $wanted), ' LEFT JOIN ' . $this->shop->table('cart_rule')
            . ' `r` ON `r`.`id_cart_rule` = `t`.`id_cart_rule`');
    }

    private function carriers($ofOrders)
    {
        return $this->ofOrders('order_carrier', $ofOrders, 'id_order_carrier', ', `c`.`name`', ' LEFT JOIN '
            . $this->shop->table('carrier') . ' `c` ON `c`.`id_carrier` = `t`.`id_carrier`');
    }

    private function invoices($ofOrders)
    {
        $invoices = $this->ofOrders('order_invoice', $ofOrders, 'id_order_invoice');
        $taxes = $this->shop->rows('SELECT `t`.`id_order_invoice`, `t`.`type`, `t`.`id_tax`, `t`.`amount`, `x`.`rate`'
            . ' FROM ' . $this->shop->table('order_invoice_tax') . ' `t` LEFT JOIN ' . $this->shop->table('tax')
            . ' `x` ON `x`.`id_tax` = `t`.`id_tax` WHERE '
            . SconnectRows::in('`t`.`id_order_invoice`', SconnectRows::numbers($invoices, 'id_order_invoice')));
        $byInvoice = SconnectRows::by($taxes, 'id_order_invoice', true);
        foreach ($invoices as $i => $invoice) {
            $invoices[$i]['taxes'] = SconnectRows::of($byInvoice, $invoice['id_order_invoice']);
        }
        return $invoices;
    }

    /** By reference, in small letters since the database compares so: one payment can cover several orders. */
    private function payments($rows)
    {
        $payments = $this->shop->rows('SELECT ' . $this->shop->select('t', 'order_payment') . ' FROM '
            . $this->shop->table('order_payment') . ' `t` WHERE ' . $this->references($rows, '`t`.`order_reference`')
            . ' ORDER BY `t`.`id_order_payment`');
        return $this->byReference($payments, 'order_reference');
    }

    private function siblings($rows)
    {
        return $this->byReference($this->shop->rows('SELECT `t`.`id_order`, `t`.`reference`, `t`.`total_paid_tax_incl`,'
            . ' `t`.`total_shipping_tax_incl` FROM ' . $this->shop->table('orders') . ' `t` WHERE '
            . $this->references($rows, '`t`.`reference`') . ' ORDER BY `t`.`id_order`'), 'reference');
    }

    private function references($rows, $column)
    {
        $quoted = array();
        foreach ($rows as $row) {
            if ((string) $row['reference'] !== '') {
                $quoted[] = $this->shop->quote($row['reference']);
            }
        }
        return $quoted ? $column . ' IN (' . implode(',', array_unique($quoted)) . ')' : '0 = 1';
    }

    private function byReference($rows, $column)
    {
        $groups = array();
        foreach ($rows as $row) {
            $key = strtolower($row[$column]);
            if (!isset($groups[$key]) || count($groups[$key]) < self::MAX_SHARED) {
                $groups[$key][] = $row;
            }
        }
        return $groups;
    }

    private function slips($ofOrders)
    {
        $slips = $this->ofOrders('order_slip', $ofOrders, 'id_order_slip');
        $details = $this->shop->rows('SELECT ' . $this->shop->select('t', 'order_slip_detail') . ' FROM '
            . $this->shop->table('order_slip_detail') . ' `t` WHERE '
            . SconnectRows::in('`t`.`id_order_slip`', SconnectRows::numbers($slips, 'id_order_slip'))
            . ' ORDER BY `t`.`id_order_slip`, `t`.`id_order_detail`');
        $bySlip = SconnectRows::by($details, 'id_order_slip');
        foreach ($slips as $i => $slip) {
            $slips[$i]['details'] = SconnectRows::of($bySlip, $slip['id_order_slip']);
        }
        return $slips;
    }

    private function history($ofOrders)
    {
        return $this->ofOrders('order_history', $ofOrders, 'id_order_history', ', `s`.`paid`, `s`.`shipped`,'
            . ' `s`.`delivery`, `s`.`logable`, `s`.`invoice`', ' LEFT JOIN ' . $this->shop->table('order_state')
            . ' `s` ON `s`.`id_order_state` = `t`.`id_order_state`');
    }

    /** What was written at the checkout, and the customer's conversation about the order without the same words again. */
    private function messages($ofOrders)
    {
        $messages = $this->shop->rows('SELECT `t`.`id_order`, `t`.`message`, `t`.`private`, `t`.`id_employee`,'
            . ' `t`.`date_add` FROM ' . $this->shop->table('message') . ' `t` WHERE ' . $ofOrders
            . ' ORDER BY `t`.`id_message`');
        $known = array();
        foreach ($messages as $message) {
            $known[$message['id_order'] . ' ' . trim($message['message'])] = true;
        }
        $thread = $this->shop->rows('SELECT `t`.`id_order`, `m`.`message`, `m`.`private`, `m`.`id_employee`,'
            . ' `m`.`date_add` FROM ' . $this->shop->table('customer_thread') . ' `t` JOIN '
            . $this->shop->table('customer_message') . ' `m` ON `m`.`id_customer_thread` = `t`.`id_customer_thread`'
            . ' WHERE ' . $ofOrders . ' ORDER BY `m`.`id_customer_message`');
        foreach ($thread as $message) {
            if (!isset($known[$message['id_order'] . ' ' . trim($message['message'])])) {
                $messages[] = $message;
            }
        }
        return $messages;
    }

    /** By country the rate for gift wrapping as the shop is set now: orders do not keep it. */
    private function wrappingRates($addresses)
    {
        $group = (int) $this->shop->setting('PS_GIFT_WRAPPING_TAX_RULES_GROUP');
        $countries = array();
        foreach ($addresses as $rows) {
            $countries[] = $rows[0];
        }
        $rates = array();
        if ($group > 0) {
            $rules = $this->shop->rows('SELECT `t`.`id_country`, `x`.`rate` FROM ' . $this->shop->table('tax_rule')
                . ' `t` JOIN ' . $this->shop->table('tax') . ' `x` ON `x`.`id_tax` = `t`.`id_tax`'
                . ' WHERE `t`.`id_tax_rules_group` = ' . $group . ' AND `t`.`id_state` = 0 AND '
                . SconnectRows::in('`t`.`id_country`', SconnectRows::numbers($countries, 'id_country'))
                . ' ORDER BY `t`.`id_tax_rule` DESC');
            foreach ($rules as $rule) {
                $rates[$rule['id_country']] = $rule['rate'];
            }
        }
        return $rates;
    }
}
