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

global $_MODULE;
$_MODULE = array();
// S-Connect for SnelStart
$_MODULE['<{sconnect}prestashop>sconnect_20ca49f9e877019afc7c21d0c2559e33'] = 'S-Connect voor SnelStart';
// Puts the orders of this shop in SnelStart, and the stock of SnelStart in this shop.
$_MODULE['<{sconnect}prestashop>sconnect_6225cd0e624424ad58623f91a56a0d4f'] = 'Zet de bestellingen van deze winkel in SnelStart, en de voorraad van SnelStart in deze winkel.';
// Without this module no orders reach SnelStart any more. Uninstall it?
$_MODULE['<{sconnect}prestashop>sconnect_d0a049a3899b6ca87c94f15dec61de2b'] = 'Zonder deze module komen er geen bestellingen meer in SnelStart. Module verwijderen?';
// This is not a security key. Copy it whole from S-Connect: 64 characters, 0 to 9 and a to f.
$_MODULE['<{sconnect}prestashop>sconnect_37562d9f7cb2315a954692e3e0d43ac3'] = 'Dit is geen security key. Kopieer hem in zijn geheel uit S-Connect: 64 tekens, 0 tot en met 9 en a tot en met f.';
// Saved. Test the connection in S-Connect now.
$_MODULE['<{sconnect}prestashop>sconnect_51208af39ad4409e327a2cd700354900'] = 'Opgeslagen. Test nu de verbinding in S-Connect.';
// Connection
$_MODULE['<{sconnect}prestashop>sconnect_c2cc7082a89c1ad6631a2f66af5f00c0'] = 'Verbinding';
// S-Connect has not asked anything yet.
$_MODULE['<{sconnect}prestashop>sconnect_22933acb03f2284321eb29fd6bae3db0'] = 'S-Connect heeft nog niets gevraagd.';
// Last request of S-Connect:
$_MODULE['<{sconnect}prestashop>sconnect_9602e9197b64a07eef2ae1aa1678d485'] = 'Laatste vraag van S-Connect:';
// Version of this module:
$_MODULE['<{sconnect}prestashop>sconnect_864041b348ced229f15375d0278895a9'] = 'Versie van deze module:';
// Settings
$_MODULE['<{sconnect}prestashop>sconnect_f4f70727dc34561dfde1a3c529b6205c'] = 'Instellingen';
// Save
$_MODULE['<{sconnect}prestashop>sconnect_c9cc8cce247e49bae79f15173ce97354'] = 'Opslaan';
// No key yet. In S-Connect click the lock beside Token, and paste the token here.
$_MODULE['<{sconnect}prestashop>sconnect_a1dc05f7e8db2d7f58b569c0ca392109'] = 'Nog geen key. Klik in S-Connect op het slotje bij Token en plak het token hier.';
// A key is saved; leave this empty to keep it. It ends in:
$_MODULE['<{sconnect}prestashop>sconnect_f902f5730cbd9a907ae9c95f1b5a260f'] = 'Er is een key opgeslagen; laat dit veld leeg om hem te houden. Hij eindigt op:';
// Security key
$_MODULE['<{sconnect}prestashop>sconnect_bfb71d0b2796504d2e279198ee132b94'] = 'Security key';
// Stock may be written
$_MODULE['<{sconnect}prestashop>sconnect_0b563a1a30ed4d13c214048749742a5b'] = 'Voorraad mag worden geschreven';
// Lets S-Connect put the stock of SnelStart in this shop. Off: S-Connect only reads.
$_MODULE['<{sconnect}prestashop>sconnect_d2aafb34e3db788f98f2f3bbf5f0a052'] = 'S-Connect mag de voorraad van SnelStart in deze winkel zetten. Uit: S-Connect leest alleen.';
// Yes
$_MODULE['<{sconnect}prestashop>sconnect_93cba07454f06a4a960172bbd6e2a435'] = 'Ja';
// No
$_MODULE['<{sconnect}prestashop>sconnect_bafd7322c6e97d25b6299b5d6fe8920b'] = 'Nee';

return $_MODULE;
