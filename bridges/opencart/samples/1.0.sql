-- The tables of the first OpenCart (2009): no prefix, no codes in the totals, names of countries only, `currency` and
-- `value`, the tax of a line as a percentage.
-- Our own rows in that layout (invented people and amounts); columns that nothing reads are left out.
SET NAMES utf8mb4;
SET sql_mode = '';

CREATE TABLE `order` (
  `order_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `customer_id` int(11) NOT NULL,
  `firstname` varchar(32) NOT NULL, `lastname` varchar(32) NOT NULL, `telephone` varchar(32) NOT NULL,
  `fax` varchar(32) NOT NULL, `email` varchar(96) NOT NULL, `shipping_firstname` varchar(32) NOT NULL,
  `shipping_lastname` varchar(32) NOT NULL, `shipping_company` varchar(32) NOT NULL,
  `shipping_address_1` varchar(255) NOT NULL, `shipping_address_2` varchar(255) NOT NULL,
  `shipping_city` varchar(255) NOT NULL, `shipping_postcode` varchar(10) NOT NULL,
  `shipping_country` varchar(255) NOT NULL, `shipping_zone` varchar(255) NOT NULL,
  `shipping_address_format` varchar(255) NOT NULL, `shipping_method` varchar(255) NOT NULL,
  `payment_firstname` varchar(32) NOT NULL, `payment_lastname` varchar(32) NOT NULL,
  `payment_company` varchar(32) NOT NULL, `payment_address_1` varchar(255) NOT NULL,
  `payment_address_2` varchar(255) NOT NULL, `payment_city` varchar(255) NOT NULL,
  `payment_postcode` varchar(10) NOT NULL, `payment_country` varchar(255) NOT NULL,
  `payment_zone` varchar(255) NOT NULL, `payment_address_format` varchar(255) NOT NULL,
  `payment_method` varchar(255) NOT NULL, `comment` text NOT NULL, `total` decimal(15,4) NOT NULL DEFAULT 0.0000,
  `order_status_id` int(11) NOT NULL, `language_id` int(11) NOT NULL, `currency_id` int(11) NOT NULL,
  `currency` varchar(3) NOT NULL, `value` decimal(15,4) NOT NULL, `coupon_id` int(11) NOT NULL,
  `date_modified` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  `date_added` datetime NOT NULL DEFAULT '0000-00-00 00:00:00', `ip` varchar(40) NOT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8;
INSERT INTO `order` VALUES
  (1, 1, 'Noor', 'Jansen', '030 555 01 01', '', 'noor.jansen@voorbeeld.example', 'Noor', 'Jansen', '',
    'Lindelaan 14', '', 'Utrecht', '3512 AB', 'Netherlands', 'Utrecht', '', 'Vast tarief', 'Noor', 'Jansen', '',
    'Lindelaan 14', '', 'Utrecht', '3512 AB', 'Netherlands', 'Utrecht', '', 'Overboeking',
    'Graag bij de buren &amp; niet in de regen\r\nDank!', 57.0000, 5, 1, 1, 'EUR', 1.0000, 0, '2026-02-04 16:00:00',
    '2026-02-02 09:30:00', '192.0.2.1'),
  (2, 2, 'Tjeerd', 'van ''t Hof', '058 555 02 02', '', 'Inkoop@Hof-Hoveniers.example', 'Tjeerd', 'van ''t Hof',
    'Hof &amp; Zn. Hoveniers', 'Industrieweg', '7 bis', 'Leeuwarden', '8901 CD', 'Netherlands', 'Friesland', '',
    'Vast tarief', 'Tjeerd', 'van ''t Hof', 'Hof &amp; Zn. Hoveniers', 'Industrieweg', '7 bis', 'Leeuwarden',
    '8901 CD', 'Netherlands', 'Friesland', '', 'Rekening', '', 43.0001, 2, 1, 1, 'EUR', 1.0000, 0,
    '2026-02-05 10:00:00', '2026-02-03 11:00:00', '192.0.2.2'),
  (3, 1, 'Noor', 'Jansen', '030 555 01 01', '', 'noor.jansen@voorbeeld.example', 'Noor', 'Jansen', '',
    'Lindelaan 14', '', 'Utrecht', '3512 AB', 'Netherlands', 'Utrecht', '', 'Afhalen', 'Noor', 'Jansen', '',
    'Lindelaan 14', '', 'Utrecht', '3512 AB', 'Netherlands', 'Utrecht', '', 'Overboeking', '', 10.0000, 0, 1, 1,
    'EUR', 1.0000, 0, '2026-02-03 11:05:00', '2026-02-03 11:05:00', '192.0.2.3'),
  (4, 0, 'Élodie', 'Peeters', '', '', 'elodie@voorbeeld.example', '', '', '', '', '', '', '', '', '', '', '',
    'Élodie', 'Peeters', '', 'Kerkstraat 3', '', 'Gent', '9000', 'Belgium', 'Oost-Vlaanderen', '', 'Overboeking',
    'Bedankt ????', 50.0000, 5, 1, 1, 'EUR', 1.0000, 0, '0000-00-00 00:00:00', '2026-02-05 10:00:00', '192.0.2.4');

CREATE TABLE `order_product` (
  `order_product_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `order_id` int(11) NOT NULL,
  `product_id` int(11) NOT NULL, `name` varchar(255) NOT NULL, `model` varchar(64) NOT NULL,
  `price` decimal(15,4) NOT NULL DEFAULT 0.0000, `discount` decimal(15,4) NOT NULL,
  `total` decimal(15,4) NOT NULL DEFAULT 0.0000, `tax` decimal(15,4) NOT NULL DEFAULT 0.0000,
  `quantity` int(11) NOT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8;
INSERT INTO `order_product` VALUES
  (1, 1, 11, 'Plantenbak Ø 30 cm', 'PB-30', 12.3967, 0.0000, 24.7934, 21.0000, 2),
  (2, 1, 12, 'Kruidenboek &amp; gids', 'KRUID', 18.3486, 0.0000, 18.3486, 9.0000, 1),
  (3, 2, 13, 'Gieter 5 l', 'GIETER-5', 8.2645, 0.0000, 33.0580, 21.0000, 4),
  (4, 3, 13, 'Gieter 5 l', 'GIETER-5', 8.2645, 0.0000, 8.2645, 21.0000, 1),
  (5, 4, 99, 'Cursus &quot;Snoeien&quot;', 'CURSUS-SN', 41.3223, 0.0000, 41.3223, 21.0000, 1);

CREATE TABLE `order_option` (
  `order_option_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `order_id` int(11) NOT NULL,
  `order_product_id` int(11) NOT NULL, `name` varchar(255) NOT NULL, `value` varchar(255) NOT NULL,
  `price` decimal(15,4) NOT NULL DEFAULT 0.0000, `prefix` varchar(255) NOT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8;
INSERT INTO `order_option` VALUES
  (1, 1, 1, 'Kleur', 'Terracotta', 0.0000, '+');

CREATE TABLE `order_total` (
  `order_total_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `order_id` int(11) NOT NULL,
  `title` varchar(255) NOT NULL, `text` varchar(255) NOT NULL, `value` decimal(15,4) NOT NULL DEFAULT 0.0000,
  `sort_order` int(11) NOT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8;
INSERT INTO `order_total` VALUES
  (1, 1, 'Subtotaal:', '€43,14', 43.1420, 1),
  (2, 1, 'Vast tarief:', '€5,78', 5.7851, 3),
  (3, 1, 'BTW 21%:', '€6,42', 6.4215, 5),
  (4, 1, 'BTW 9%:', '€1,65', 1.6514, 5),
  (5, 1, 'Totaal:', '€57,00', 57.0000, 9),
  (6, 2, 'Subtotaal:', '€33,05', 33.0580, 1),
  (7, 2, 'Vast tarief:', '€5,78', 5.7851, 3),
  (8, 2, 'Kortingsbon(LENTE10):', '€-3,30', -3.3058, 4),
  (9, 2, 'BTW 21%:', '€7,46', 7.4628, 5),
  (10, 2, 'Totaal:', '€43,00', 43.0001, 9),
  (11, 3, 'Subtotaal:', '€8,26', 8.2645, 1),
  (12, 3, 'BTW 21%:', '€1,73', 1.7355, 5),
  (13, 3, 'Totaal:', '€10,00', 10.0000, 9),
  (14, 4, 'Subtotaal:', '€41,32', 41.3223, 1),
  (15, 4, 'BTW 21%:', '€8,67', 8.6777, 5),
  (16, 4, 'Totaal:', '€50,00', 50.0000, 9);

CREATE TABLE `order_history` (
  `order_history_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `order_id` int(11) NOT NULL,
  `order_status_id` int(11) NOT NULL, `notify` int(11) NOT NULL, `comment` text NOT NULL,
  `date_added` datetime NOT NULL DEFAULT '0000-00-00 00:00:00'
) ENGINE=MyISAM DEFAULT CHARSET=utf8;
INSERT INTO `order_history` VALUES
  (1, 1, 1, 1, 'Graag bij de buren &amp; niet in de regen', '2026-02-02 09:40:00'),
  (2, 1, 5, 0, '', '2026-02-04 16:00:00'),
  (3, 2, 2, 1, '', '2026-02-05 10:00:00'),
  (4, 4, 5, 1, '', '2026-02-05 10:00:00');

CREATE TABLE `order_status` (
  `order_status_id` int(11) NOT NULL, `language_id` int(11) NOT NULL, `name` varchar(255) NOT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8;
INSERT INTO `order_status` VALUES
  (1, 1, 'In afwachting'),
  (2, 1, 'In behandeling'),
  (5, 1, 'Compleet');

CREATE TABLE `product` (
  `product_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `model` varchar(64) NOT NULL,
  `tax_class_id` int(11) NOT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8;
INSERT INTO `product` VALUES
  (11, 'PB-30', 1),
  (12, 'KRUID', 2),
  (13, 'GIETER-5', 1);

CREATE TABLE `customer` (
  `customer_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `firstname` varchar(32) NOT NULL,
  `lastname` varchar(32) NOT NULL, `email` varchar(96) NOT NULL, `telephone` varchar(32) NOT NULL,
  `fax` varchar(32) NOT NULL, `password` varchar(255) NOT NULL, `status` int(11) NOT NULL,
  `date_added` datetime NOT NULL DEFAULT '0000-00-00 00:00:00'
) ENGINE=MyISAM DEFAULT CHARSET=utf8;
INSERT INTO `customer` VALUES
  (1, 'Noor', 'Jansen', 'noor.jansen@voorbeeld.example', '030 555 01 01', '', 'not for others', 1,
    '2026-01-15 08:00:00');

CREATE TABLE `country` (
  `country_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `name` varchar(255) NOT NULL,
  `iso_code_2` varchar(255) NOT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8;
INSERT INTO `country` VALUES
  (21, 'Belgium', 'BE'),
  (150, 'Netherlands', 'NL');

CREATE TABLE `language` (
  `language_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `name` varchar(255) NOT NULL,
  `code` varchar(255) NOT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8;
INSERT INTO `language` VALUES
  (1, 'Nederlands', 'nl');

CREATE TABLE `setting` (
  `setting_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `group` varchar(255) NOT NULL,
  `key` varchar(255) NOT NULL, `value` text
) ENGINE=MyISAM DEFAULT CHARSET=utf8;
INSERT INTO `setting` VALUES
  (1, 'config', 'config_currency', 'EUR'),
  (2, 'config', 'config_language', 'nl'),
  (3, 'config', 'config_tax', '1'),
  (4, 'config', 'config_mail_password', 'not for others');

CREATE TABLE `tax_class` (
  `tax_class_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `title` varchar(255) NOT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8;
INSERT INTO `tax_class` VALUES
  (1, 'BTW hoog'),
  (2, 'BTW laag');

CREATE TABLE `tax_rate` (
  `tax_rate_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `geo_zone_id` int(11) NOT NULL,
  `tax_class_id` int(11) NOT NULL, `priority` int(5) NOT NULL, `rate` decimal(7,4) NOT NULL,
  `description` varchar(255) NOT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8;
INSERT INTO `tax_rate` VALUES
  (1, 1, 1, 1, 21.0000, 'BTW 21%'),
  (2, 1, 2, 1, 9.0000, 'BTW 9%');

CREATE TABLE `zone_to_geo_zone` (
  `zone_to_geo_zone_id` int(11) NOT NULL AUTO_INCREMENT PRIMARY KEY, `country_id` int(11) NOT NULL,
  `zone_id` int(11) NOT NULL, `geo_zone_id` int(11) NOT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8;
INSERT INTO `zone_to_geo_zone` VALUES
  (1, 150, 0, 1),
  (2, 21, 0, 1);
