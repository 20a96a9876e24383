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

/** What can be sold: a row per product, or per combination where a product has those. */
class SconnectArticles
{
    const MAX_ARTICLES = 500;
    const MAX_STOCK = 1000;

    private $shop;
    private $language;

    public function __construct($shop)
    {
        $this->shop = $shop;
        $this->language = $shop->languageId();
    }

    /** Articles by (date_upd, product, combination), strictly after the token. */
    public function page($question)
    {
        $limit = SconnectArguments::limit($question, self::MAX_ARTICLES);
        $where = '`s`.`date_upd` >= ' . $this->shop->quote(SconnectArguments::date($question, 'since'));
        $token = SconnectArguments::token($question, array('id_product', 'id_product_attribute'));
        if ($token !== null) {
            $where .= ' AND ' . SconnectArguments::after(array(
                '`s`.`date_upd`' => $this->shop->quote($token['date_upd']),
                '`p`.`id_product`' => $token['id_product'],
                'IFNULL(`c`.`id_product_attribute`, 0)' => $token['id_product_attribute'],
            ));
        }
        $this->shop->learn(array('product', 'product_attribute'));
        $rows = $this->shop->rows('SELECT ' . $this->names() . ', ' . $this->codes() . ', CAST(`s`.`price`'
            . ' + IFNULL(`cs`.`price`, 0) AS CHAR) AS `price`, ' . $this->rate() . ' AS `rate`, `s`.`active`, `s`.`date_upd`'
            . ' FROM ' . $this->from() . ' WHERE ' . $where . $this->finished()
            . ' ORDER BY `s`.`date_upd`, `p`.`id_product`, IFNULL(`c`.`id_product_attribute`, 0) LIMIT ' . $limit);
        $last = end($rows);
        if ($last) {
            $token = array('date_upd' => $last['date_upd'], 'id_product' => $last['id_product'],
                'id_product_attribute' => $last['id_product_attribute']);
        }
        return array('articles' => $this->withAttributes($rows), 'token' => $token, 'now' => date('Y-m-d H:i:s'));
    }

    /** Stock by (product, combination), strictly after the token, or of the keys that are asked for. */
    public function stock($question)
    {
        $limit = SconnectArguments::limit($question, self::MAX_STOCK);
        $token = SconnectArguments::token($question, array('id_product', 'id_product_attribute'), false);
        if (isset($question['keys'])) {
            return array('rows' => $this->stockOf($this->products($question)), 'token' => null);
        }
        $where = $token === null ? '1 = 1' : SconnectArguments::after(array(
            '`p`.`id_product`' => $token['id_product'],
            'IFNULL(`c`.`id_product_attribute`, 0)' => $token['id_product_attribute'],
        ));
        $rows = $this->stockRows($where . $this->finishedOnceLearnt(), $limit);
        $last = end($rows);
        $token = $last && count($rows) === $limit ? array('id_product' => $last['id_product'],
            'id_product_attribute' => $last['id_product_attribute']) : null;
        return array('rows' => $rows, 'token' => $token);
    }

    /** The rows for pairs of product and combination; what does not exist or cannot be sold as such is not among them. */
    public function stockOf($pairs)
    {
        $wanted = array();
        foreach ($pairs as $pair) {
            $wanted[$pair[0] . ':' . $pair[1]] = true;
        }
        $this->finishedOnceLearnt();
        $found = array();
        foreach ($this->stockRows($this->ofProducts($pairs), null) as $row) {
            if (isset($wanted[$row['id_product'] . ':' . $row['id_product_attribute']])) {
                $found[] = $row;
            }
        }
        return $found;
    }

    /** All rows of the products in the pairs, whichever combination. */
    public function stockOfProducts($pairs)
    {
        $this->finishedOnceLearnt();
        return $this->stockRows($this->ofProducts($pairs), null);
    }

    private function ofProducts($pairs)
    {
        $products = array();
        foreach ($pairs as $pair) {
            $products[$pair[0]] = $pair[0];
        }
        return SconnectRows::in('`p`.`id_product`', array_values($products));
    }

    private function products($question)
    {
        $pairs = array();
        foreach (SconnectArguments::items($question, 'keys', self::MAX_STOCK) as $key) {
            $pair = SconnectArguments::key($key);
            if ($pair === null) {
                throw new SconnectProblem('question.wrong', 'keys');
            }
            $pairs[] = $pair;
        }
        return $pairs;
    }

    private function stockRows($where, $limit)
    {
        $pack = $this->shop->has('product', 'pack_stock_type') ? '`p`.`pack_stock_type`' : 'NULL';
        return $this->shop->rows('SELECT ' . $this->names() . ', ' . $this->codes() . ', `q`.`quantity`,'
            . ' (`c`.`id_product_attribute` IS NOT NULL) AS `has_combinations`,'
            . ' IFNULL(`q`.`depends_on_stock`, 0) AS `depends_on_stock`, `p`.`is_virtual`, ' . $pack
            . ' AS `pack_stock_type`, `p`.`cache_is_pack` AS `is_pack`, `s`.`active` FROM ' . $this->from()
            . ' LEFT JOIN ' . $this->shop->table('stock_available') . ' `q` ON `q`.`id_product` = `p`.`id_product`'
            . ' AND `q`.`id_product_attribute` = IFNULL(`c`.`id_product_attribute`, 0) AND '
            . $this->shop->stockOfShop('q') . ' WHERE ' . $where
            . ' ORDER BY `p`.`id_product`, IFNULL(`c`.`id_product_attribute`, 0)'
            . ($limit === null ? '' : ' LIMIT ' . $limit));
    }

    /** Products of this shop, each with its combinations in this shop. */
    private function from()
    {
        $id = $this->shop->shopId();
        return $this->shop->table('product') . ' `p` JOIN ' . $this->shop->table('product_shop')
            . ' `s` ON `s`.`id_product` = `p`.`id_product` AND `s`.`id_shop` = ' . $id . ' LEFT JOIN ('
            . $this->shop->table('product_attribute') . ' `c` JOIN ' . $this->shop->table('product_attribute_shop')
            . ' `cs` ON `cs`.`id_product_attribute` = `c`.`id_product_attribute` AND `cs`.`id_shop` = ' . $id
            . ') ON `c`.`id_product` = `p`.`id_product` LEFT JOIN ' . $this->shop->table('product_lang')
            . ' `l` ON `l`.`id_product` = `p`.`id_product` AND `l`.`id_shop` = ' . $id
            . ' AND `l`.`id_lang` = ' . $this->language;
    }

    /** From 1.7 a product that is still being made has state 0. */
    private function finished()
    {
        return $this->shop->has('product', 'state') ? ' AND `p`.`state` = 1' : '';
    }

    private function finishedOnceLearnt()
    {
        $this->shop->learn(array('product', 'product_attribute'));
        return $this->finished();
    }

    private function names()
    {
        return '`p`.`id_product`, IFNULL(`c`.`id_product_attribute`, 0) AS `id_product_attribute`, `l`.`name`';
    }

    /** A combination has its own codes or none; the product's are no code of one of its combinations. */
    private function codes()
    {
        $codes = '`p`.`reference` AS `product_reference`';
        foreach (array('reference', 'ean13', 'isbn', 'upc', 'mpn', 'supplier_reference') as $code) {
            $codes .= $this->shop->has('product', $code) && $this->shop->has('product_attribute', $code)
                ? ', IF(`c`.`id_product_attribute` IS NULL, `p`.`' . $code . '`, `c`.`' . $code . '`) AS `' . $code . '`'
                : ", '' AS `" . $code . '`';
        }
        return $codes;
    }

    /** The rate in the shop's own country; 0 where no rule applies, as in the shop. */
    private function rate()
    {
        return "IFNULL((SELECT CAST(`x`.`rate` AS CHAR) FROM " . $this->shop->table('tax_rule') . ' `r` JOIN '
            . $this->shop->table('tax') . ' `x` ON `x`.`id_tax` = `r`.`id_tax` WHERE `r`.`id_state` = 0'
            . ' AND `r`.`id_tax_rules_group` = `s`.`id_tax_rules_group` AND `r`.`id_country` = '
            . (int) $this->shop->setting('PS_COUNTRY_DEFAULT') . " ORDER BY `r`.`id_tax_rule` LIMIT 1), '0.000')";
    }

    private function withAttributes($articles)
    {
        $attributes = $this->shop->rows('SELECT `c`.`id_product_attribute`, `g`.`name` AS `group`, `l`.`name` FROM '
            . $this->shop->table('product_attribute_combination') . ' `c` JOIN ' . $this->shop->table('attribute')
            . ' `a` ON `a`.`id_attribute` = `c`.`id_attribute` LEFT JOIN ' . $this->shop->table('attribute_lang')
            . ' `l` ON `l`.`id_attribute` = `a`.`id_attribute` AND `l`.`id_lang` = ' . $this->language . ' LEFT JOIN '
            . $this->shop->table('attribute_group_lang') . ' `g` ON `g`.`id_attribute_group` = `a`.`id_attribute_group`'
            . ' AND `g`.`id_lang` = ' . $this->language . ' WHERE '
            . SconnectRows::in('`c`.`id_product_attribute`', SconnectRows::numbers($articles, 'id_product_attribute'))
            . ' ORDER BY `a`.`id_attribute_group`, `a`.`id_attribute`');
        $byCombination = SconnectRows::by($attributes, 'id_product_attribute', true);
        foreach ($articles as $i => $article) {
            $articles[$i]['attributes'] = SconnectRows::of($byCombination, $article['id_product_attribute']);
        }
        return $articles;
    }
}
