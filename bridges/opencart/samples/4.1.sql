-- The tables of OpenCart 4.1: nearly everything may be NULL, article codes in `product_code`, names of countries
-- apart, no vouchers. The prefix is shop1_.
-- Our own rows in that layout (invented people and amounts); columns that nothing reads are left out.
SET NAMES utf8mb4;
SET sql_mode = '';

CREATE TABLE `shop1_order` (
  `order_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `subscription_id` int(11) DEFAULT NULL,
  `invoice_no` int(11) DEFAULT NULL, `invoice_prefix` varchar(255) DEFAULT NULL,
  `transaction_id` varchar(100) DEFAULT NULL, `store_id` int(11) DEFAULT NULL, `store_name` varchar(255) DEFAULT NULL,
  `store_url` varchar(255) DEFAULT NULL, `customer_id` int(11) DEFAULT NULL, `customer_group_id` int(11) DEFAULT NULL,
  `firstname` varchar(32) DEFAULT NULL, `lastname` varchar(32) DEFAULT NULL, `email` varchar(96) DEFAULT NULL,
  `telephone` varchar(32) DEFAULT NULL, `custom_field` text DEFAULT NULL, `payment_address_id` int(11) DEFAULT NULL,
  `payment_firstname` varchar(32) DEFAULT NULL, `payment_lastname` varchar(32) DEFAULT NULL,
  `payment_company` varchar(60) DEFAULT NULL, `payment_address_1` varchar(255) DEFAULT NULL,
  `payment_address_2` varchar(255) DEFAULT NULL, `payment_city` varchar(255) DEFAULT NULL,
  `payment_postcode` varchar(10) DEFAULT NULL, `payment_country` varchar(255) DEFAULT NULL,
  `payment_country_id` int(11) DEFAULT NULL, `payment_zone` varchar(255) DEFAULT NULL,
  `payment_zone_id` int(11) DEFAULT NULL, `payment_address_format` varchar(255) DEFAULT NULL,
  `payment_custom_field` text DEFAULT NULL, `payment_method` text DEFAULT NULL,
  `shipping_address_id` int(11) DEFAULT NULL, `shipping_firstname` varchar(32) DEFAULT NULL,
  `shipping_lastname` varchar(32) DEFAULT NULL, `shipping_company` varchar(60) DEFAULT NULL,
  `shipping_address_1` varchar(255) DEFAULT NULL, `shipping_address_2` varchar(255) DEFAULT NULL,
  `shipping_city` varchar(255) DEFAULT NULL, `shipping_postcode` varchar(10) DEFAULT NULL,
  `shipping_country` varchar(255) DEFAULT NULL, `shipping_country_id` int(11) DEFAULT NULL,
  `shipping_zone` varchar(255) DEFAULT NULL, `shipping_zone_id` int(11) DEFAULT NULL,
  `shipping_address_format` varchar(255) DEFAULT NULL, `shipping_custom_field` text DEFAULT NULL,
  `shipping_method` text DEFAULT NULL, `comment` text DEFAULT NULL, `total` decimal(15,4) DEFAULT 0.0000,
  `order_status_id` int(11) DEFAULT NULL, `affiliate_id` int(11) DEFAULT NULL,
  `commission` decimal(15,4) DEFAULT 0.0000, `marketing_id` int(11) DEFAULT NULL,
  `tracking` varchar(255) DEFAULT NULL, `language_id` int(11) DEFAULT NULL, `language_code` varchar(255) DEFAULT NULL,
  `currency_id` int(11) DEFAULT NULL, `currency_code` varchar(3) DEFAULT NULL,
  `currency_value` decimal(15,8) DEFAULT NULL, `ip` varchar(40) DEFAULT NULL, `forwarded_ip` varchar(40) DEFAULT NULL,
  `user_agent` varchar(255) DEFAULT NULL, `accept_language` varchar(255) DEFAULT NULL,
  `date_added` datetime DEFAULT NULL, `date_modified` datetime DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_order` VALUES
  (1, 0, 0, 'INV-2026-00', '', 0, 'De Tuinhoek &quot;Groen&quot;', 'http://tuinhoek.example/', 1, 1, 'Noor',
    'Jansen', 'noor.jansen@voorbeeld.example', '030 555 01 01', '{"account":{"1":"10023"}}', 0, '', '', '', '', '',
    '', '', '', 0, '', 0, '', '[]', '{"name": "Overboeking", "code": "bank_transfer"}', 0, 'Noor', 'Jansen', '',
    'Lindelaan 14', '', 'Utrecht', '3512 AB', 'Netherlands', 150, 'Utrecht', 2341, '', '[]',
    '{"name": "Vast tarief", "code": "flat.flat", "cost": 5.7851, "tax_class_id": 1, "text": ""}',
    'Graag bij de buren &amp; niet in de regen\r\nDank!', 57.0000, 5, 0, 0.0000, 0, '', 1, 'nl-nl', 1, 'EUR',
    1.00000000, '192.0.2.1', '', 'Mozilla/5.0', 'nl-NL', '2026-02-02 09:30:00', '2026-02-04 16:00:00'),
  (2, 0, 0, 'INV-2026-00', '', 0, 'De Tuinhoek &quot;Groen&quot;', 'http://tuinhoek.example/', 2, 2, 'Tjeerd',
    'van ''t Hof', 'Inkoop@Hof-Hoveniers.example', '058 555 02 02', '[]', 0, 'Tjeerd', 'van ''t Hof',
    'Hof &amp; Zn. Hoveniers', 'Industrieweg', '7 bis', 'Leeuwarden', '8901 CD', 'Netherlands', 150, 'Friesland',
    2332, '', '{"address":{"2":"NL001234567B01","3":"7"}}', '{"name": "Rekening", "code": "invoice"}', 0, 'Tjeerd',
    'van ''t Hof', 'Hof &amp; Zn. Hoveniers', 'Industrieweg', '7 bis', 'Leeuwarden', '8901 CD', 'Netherlands', 150,
    'Friesland', 2332, '', '[]',
    '{"name": "Vast tarief", "code": "flat.flat", "cost": 5.7851, "tax_class_id": 1, "text": ""}', '', 43.0001, 2, 0,
    0.0000, 0, '', 1, 'nl-nl', 1, 'EUR', 1.00000000, '192.0.2.2', '', 'Mozilla/5.0', 'nl-NL', '2026-02-03 11:00:00',
    '2026-02-05 10:00:00'),
  (3, 0, 0, 'INV-2026-00', '', 0, 'De Tuinhoek &quot;Groen&quot;', 'http://tuinhoek.example/', 1, 1, 'Noor',
    'Jansen', 'noor.jansen@voorbeeld.example', '030 555 01 01', '[]', 0, 'Noor', 'Jansen', '', 'Lindelaan 14', '',
    'Utrecht', '3512 AB', 'Netherlands', 150, 'Utrecht', 2341, '', '[]',
    '{"name": "Overboeking", "code": "bank_transfer"}', 0, 'Noor', 'Jansen', '', 'Lindelaan 14', '', 'Utrecht',
    '3512 AB', 'Netherlands', 150, 'Utrecht', 2341, '', '[]',
    '{"name": "Afhalen", "code": "pickup.pickup", "cost": 0, "tax_class_id": 1, "text": ""}', '', 10.0000, 0, 0,
    0.0000, 0, '', 1, 'nl-nl', 1, 'EUR', 1.00000000, '192.0.2.3', '', 'Mozilla/5.0', 'nl-NL', '2026-02-03 11:05:00',
    '2026-02-03 11:05:00'),
  (4, 0, 0, 'INV-2026-00', '', 0, 'De Tuinhoek &quot;Groen&quot;', 'http://tuinhoek.example/', 0, 1, 'Élodie',
    'Peeters', 'elodie@voorbeeld.example', '', '[]', 0, '', '', '', '', '', '', '', '', 0, '', 0, '', '[]',
    '{"name": "Overboeking", "code": "bank_transfer"}', 0, '', '', '', '', '', '', '', '', 0, '', 0, '', '[]', '',
    'Bedankt 🌱', 50.0000, 5, 0, 0.0000, 0, '', 1, 'nl-nl', 1, 'EUR', 1.00000000, '192.0.2.4', '', 'Mozilla/5.0',
    'nl-NL', '2026-02-05 10:00:00', NULL);

CREATE TABLE `shop1_order_product` (
  `order_product_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `order_id` int(11) DEFAULT NULL,
  `product_id` int(11) DEFAULT NULL, `master_id` int(11) DEFAULT NULL, `name` varchar(255) DEFAULT NULL,
  `model` varchar(64) DEFAULT NULL, `quantity` int(11) DEFAULT NULL, `price` decimal(15,4) DEFAULT 0.0000,
  `total` decimal(15,4) DEFAULT 0.0000, `tax` decimal(15,4) DEFAULT 0.0000, `reward` int(11) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_order_product` VALUES
  (1, 1, 11, 0, 'Plantenbak Ø 30 cm', 'PB-30', 2, 12.3967, 24.7934, 2.6033, 0),
  (2, 1, 12, 0, 'Kruidenboek &amp; gids', 'KRUID', 1, 18.3486, 18.3486, 1.6514, 0),
  (3, 2, 13, 0, 'Gieter 5 l', 'GIETER-5', 4, 8.2645, 33.0580, 1.7355, 0),
  (4, 3, 13, 0, 'Gieter 5 l', 'GIETER-5', 1, 8.2645, 8.2645, 1.7355, 0),
  (5, 4, 99, 0, 'Cursus &quot;Snoeien&quot;', 'CURSUS-SN', 1, 41.3223, 41.3223, 8.6777, 0);

CREATE TABLE `shop1_order_option` (
  `order_option_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `order_id` int(11) DEFAULT NULL,
  `order_product_id` int(11) DEFAULT NULL, `product_option_id` int(11) DEFAULT NULL,
  `product_option_value_id` int(11) DEFAULT NULL, `name` varchar(255) DEFAULT NULL, `value` varchar(255) DEFAULT NULL,
  `type` varchar(255) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_order_option` VALUES
  (1, 1, 1, 21, 31, 'Kleur', 'Terracotta', 'select'),
  (2, 2, 3, 22, 0, 'Logo', '4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f', 'file');

CREATE TABLE `shop1_order_total` (
  `order_total_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `order_id` int(11) DEFAULT NULL,
  `extension` varchar(255) DEFAULT NULL, `code` varchar(255) DEFAULT NULL, `title` varchar(255) DEFAULT NULL,
  `value` decimal(15,4) NOT NULL DEFAULT 0.0000, `sort_order` int(11) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_order_total` VALUES
  (1, 1, 'opencart', 'sub_total', 'Subtotaal', 43.1420, 1),
  (2, 1, 'opencart', 'shipping', 'Vast tarief', 5.7851, 3),
  (3, 1, 'opencart', 'tax', 'BTW 21%', 6.4215, 5),
  (4, 1, 'opencart', 'tax', 'BTW 9%', 1.6514, 5),
  (5, 1, 'opencart', 'total', 'Totaal', 57.0000, 9),
  (6, 2, 'opencart', 'sub_total', 'Subtotaal', 33.0580, 1),
  (7, 2, 'opencart', 'shipping', 'Vast tarief', 5.7851, 3),
  (8, 2, 'opencart', 'coupon', 'Kortingsbon(LENTE10)', -3.3058, 4),
  (9, 2, 'opencart', 'tax', 'BTW 21%', 7.4628, 5),
  (10, 2, 'opencart', 'total', 'Totaal', 43.0001, 9),
  (11, 3, 'opencart', 'sub_total', 'Subtotaal', 8.2645, 1),
  (12, 3, 'opencart', 'tax', 'BTW 21%', 1.7355, 5),
  (13, 3, 'opencart', 'total', 'Totaal', 10.0000, 9),
  (14, 4, 'opencart', 'sub_total', 'Subtotaal', 41.3223, 1),
  (15, 4, 'opencart', 'tax', 'BTW 21%', 8.6777, 5),
  (16, 4, 'opencart', 'total', 'Totaal', 50.0000, 9);

CREATE TABLE `shop1_order_history` (
  `order_history_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `order_id` int(11) DEFAULT NULL,
  `order_status_id` int(11) DEFAULT NULL, `notify` int(11) DEFAULT NULL, `comment` text DEFAULT NULL,
  `date_added` datetime DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_order_history` VALUES
  (1, 1, 1, 1, '', '2026-02-02 09:40:00'),
  (2, 1, 5, 0, '', '2026-02-04 16:00:00'),
  (3, 2, 2, 1, '', '2026-02-05 10:00:00'),
  (4, 4, 5, 1, '', '2026-02-05 10:00:00');

CREATE TABLE `shop1_order_status` (
  `order_status_id` int(11) DEFAULT NULL, `language_id` int(11) DEFAULT NULL, `name` varchar(255) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_order_status` VALUES
  (1, 1, 'In afwachting'),
  (2, 1, 'In behandeling'),
  (5, 1, 'Compleet');

CREATE TABLE `shop1_product` (
  `product_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `model` varchar(64) DEFAULT NULL,
  `sku` varchar(64) DEFAULT NULL, `upc` varchar(255) DEFAULT NULL, `ean` varchar(255) DEFAULT NULL,
  `jan` varchar(255) DEFAULT NULL, `isbn` varchar(255) DEFAULT NULL, `mpn` varchar(255) DEFAULT NULL,
  `tax_class_id` int(11) DEFAULT NULL, `master_id` int(11) DEFAULT NULL, `variant` varchar(255) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_product` VALUES
  (11, 'PB-30', '', '', '', '', '', '', 1, 0, ''),
  (12, 'KRUID', '', '', '', '', '', '', 2, 0, ''),
  (13, 'GIETER-5', '', '', '', '', '', '', 1, 0, ''),
  (14, 'PB-30', '', '', '', '', '', '', 1, 11, '{"21":"31"}');

CREATE TABLE `shop1_product_option_value` (
  `product_option_value_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `product_option_id` int(11) DEFAULT NULL,
  `product_id` int(11) DEFAULT NULL, `option_id` int(11) DEFAULT NULL, `option_value_id` int(11) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_product_option_value` VALUES
  (31, 21, 11, 41, 51);

CREATE TABLE `shop1_product_code` (
  `product_code_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `product_id` int(11) DEFAULT NULL,
  `code` varchar(255) DEFAULT NULL, `value` varchar(255) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_product_code` VALUES
  (1, 11, 'SKU', 'TH-1100'),
  (2, 11, 'EAN', '8700000000116'),
  (3, 12, 'SKU', 'TH-1200'),
  (4, 14, 'SKU', 'TH-1100-T');

CREATE TABLE `shop1_upload` (
  `upload_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `name` varchar(255) DEFAULT NULL,
  `filename` varchar(255) DEFAULT NULL, `code` varchar(255) DEFAULT NULL, `date_added` datetime DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_upload` VALUES
  (1, 'logo hof &amp; zn.png', 'logo.png.5a', '4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f', '2026-02-03 10:58:00');

CREATE TABLE `shop1_customer` (
  `customer_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `customer_group_id` int(11) DEFAULT NULL,
  `store_id` int(11) DEFAULT NULL, `language_id` int(11) DEFAULT NULL, `firstname` varchar(32) DEFAULT NULL,
  `lastname` varchar(32) DEFAULT NULL, `email` varchar(96) DEFAULT NULL, `telephone` varchar(32) DEFAULT NULL,
  `password` varchar(255) DEFAULT NULL, `custom_field` text DEFAULT NULL, `status` int(11) DEFAULT NULL,
  `token` varchar(255) DEFAULT NULL, `date_added` datetime DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_customer` VALUES
  (1, 1, 0, 1, 'Noor', 'Jansen', 'noor.jansen@voorbeeld.example', '030 555 01 01', 'not for others',
    '{"account":{"1":"10023"}}', 1, 'not for others', '2026-01-15 08:00:00');

CREATE TABLE `shop1_customer_group_description` (
  `customer_group_id` int(11) DEFAULT NULL, `language_id` int(11) DEFAULT NULL, `name` varchar(255) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_customer_group_description` VALUES
  (1, 1, 'Particulier'),
  (2, 1, 'Zakelijk');

CREATE TABLE `shop1_country` (
  `country_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `iso_code_2` varchar(255) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_country` VALUES
  (21, 'BE'),
  (150, 'NL');

CREATE TABLE `shop1_country_description` (
  `country_id` int(11) DEFAULT NULL, `language_id` int(11) DEFAULT NULL, `name` varchar(255) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_country_description` VALUES
  (21, 1, 'België'),
  (150, 1, 'Nederland'),
  (21, 2, 'Belgium'),
  (150, 2, 'Netherlands');

CREATE TABLE `shop1_language` (
  `language_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `name` varchar(255) DEFAULT NULL,
  `code` varchar(255) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_language` VALUES
  (1, 'Nederlands', 'nl-nl');

CREATE TABLE `shop1_store` (
  `store_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `name` varchar(255) DEFAULT NULL,
  `url` varchar(255) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_store` VALUES
  (1, 'De Tuinhoek Zakelijk', 'http://zakelijk.tuinhoek.example/');

CREATE TABLE `shop1_setting` (
  `setting_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `store_id` int(11) DEFAULT NULL,
  `code` varchar(255) DEFAULT NULL, `key` varchar(255) DEFAULT NULL, `value` text, `serialized` int(11) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_setting` VALUES
  (1, 0, 'config', 'config_currency', 'EUR', 0),
  (2, 0, 'config', 'config_language', 'nl', 0),
  (3, 0, 'config', 'config_tax', '1', 0),
  (4, 0, 'config', 'config_complete_status', '["5"]', 1),
  (5, 0, 'config', 'config_timezone', 'Europe/Amsterdam', 0),
  (6, 0, 'config', 'config_mail_smtp_password', 'not for others', 0),
  (7, 0, 'config', 'shipping_flat_tax_class_id', '1', 0);

CREATE TABLE `shop1_tax_class` (
  `tax_class_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `title` varchar(255) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_tax_class` VALUES
  (1, 'BTW hoog'),
  (2, 'BTW laag');

CREATE TABLE `shop1_tax_rate` (
  `tax_rate_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `geo_zone_id` int(11) DEFAULT NULL,
  `name` varchar(255) DEFAULT NULL, `rate` decimal(15,4) NOT NULL, `type` varchar(255) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_tax_rate` VALUES
  (1, 1, 'BTW 21%', 21.0000, 'P'),
  (2, 1, 'BTW 9%', 9.0000, 'P');

CREATE TABLE `shop1_tax_rule` (
  `tax_rule_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `tax_class_id` int(11) DEFAULT NULL,
  `tax_rate_id` int(11) DEFAULT NULL, `based` varchar(255) DEFAULT NULL, `priority` int(5) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_tax_rule` VALUES
  (1, 1, 1, 'shipping', 1),
  (2, 2, 2, 'shipping', 1);

CREATE TABLE `shop1_tax_rate_to_customer_group` (
  `tax_rate_id` int(11) DEFAULT NULL, `customer_group_id` int(11) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_tax_rate_to_customer_group` VALUES
  (1, 1),
  (1, 2),
  (2, 1),
  (2, 2);

CREATE TABLE `shop1_zone_to_geo_zone` (
  `zone_to_geo_zone_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `country_id` int(11) DEFAULT NULL,
  `zone_id` int(11) DEFAULT NULL, `geo_zone_id` int(11) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_zone_to_geo_zone` VALUES
  (1, 150, 0, 1),
  (2, 21, 0, 1);

CREATE TABLE `shop1_custom_field` (
  `custom_field_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `type` varchar(255) DEFAULT NULL,
  `location` varchar(255) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_custom_field` VALUES
  (1, 'text', 'account'),
  (2, 'text', 'address'),
  (3, 'select', 'address');

CREATE TABLE `shop1_custom_field_description` (
  `custom_field_id` int(11) DEFAULT NULL, `language_id` int(11) DEFAULT NULL, `name` varchar(255) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_custom_field_description` VALUES
  (1, 1, 'Klantnummer'),
  (2, 1, 'BTW-nummer'),
  (3, 1, 'Sector');

CREATE TABLE `shop1_custom_field_value_description` (
  `custom_field_value_id` int(11) DEFAULT NULL, `language_id` int(11) DEFAULT NULL,
  `custom_field_id` int(11) DEFAULT NULL, `name` varchar(255) DEFAULT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
INSERT INTO `shop1_custom_field_value_description` VALUES
  (7, 1, 3, 'Hovenier'),
  (8, 1, 3, 'Winkel');
