<?php

class Hook
{
    /** Notes what was called; config.json can name products for which a module throws. */
    public static function exec($name, $arguments)
    {
        note('hooks.log', $name . ' ' . json_encode($arguments));
        if (in_array((int) $arguments['id_product'], $GLOBALS['standIn']['throwFor'], true)) {
            throw new PrestaShopException('a module of someone else, password hunter2');
        }
    }
}

/** As PrestaShop's own (reference/prestashop.md, 8): writes what it is told, checks nothing, makes rows for what is not there,
 *  adds combinations up in the product's row, answers nothing. */
class StockAvailable
{
    public static function setQuantity($product, $combination, $quantity, $shop = null, $addMovement = true)
    {
        $db = Db::getInstance();
        $table = '`' . _DB_PREFIX_ . 'stock_available`';
        if (in_array((int) $product, $GLOBALS['standIn']['silentFor'], true)) {
            // 1.6 and 1.7 with advanced stock: nothing happens, nothing is said.
            return;
        }
        $group = Context::getContext()->shop->getGroup();
        $place = $group->share_stock ? '`id_shop` = 0 AND `id_shop_group` = ' . (int) $group->id
            : '`id_shop` = ' . (int) $shop . ' AND `id_shop_group` = 0';
        $where = ' WHERE `id_product` = ' . (int) $product . ' AND ' . $place . ' AND `id_product_attribute` = ';
        $id = $db->getValue('SELECT `id_stock_available` FROM ' . $table . $where . (int) $combination);
        if ($id) {
            $db->execute('UPDATE ' . $table . ' SET `quantity` = ' . (int) $quantity . ' WHERE `id_stock_available` = ' . (int) $id);
        } else {
            $db->execute('INSERT INTO ' . $table . ' SET `id_product` = ' . (int) $product . ', `id_product_attribute` = '
                . (int) $combination . ', `quantity` = ' . (int) $quantity . ', `out_of_stock` = 2, `depends_on_stock` = 0,'
                . str_replace(' AND ', ', ', $place));
        }
        if ((int) $combination > 0) {
            $sum = (int) $db->getValue('SELECT SUM(`quantity`) FROM ' . $table . str_replace(
                '`id_product_attribute` = ', '`id_product_attribute` > 0', $where));
            $db->execute('UPDATE ' . $table . ' SET `quantity` = ' . $sum . $where . '0');
        }
        Hook::exec('actionUpdateQuantity', array('id_product' => (int) $product, 'id_product_attribute' => (int) $combination,
            'quantity' => (int) $quantity, 'id_shop' => $shop));
    }
}
