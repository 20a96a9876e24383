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

/** From a request to its answer. Whatever happens, what comes out is one signed JSON text. */
class SconnectBridge
{
    const PROTOCOL = 1;

    private $shop;
    private $version;
    private $body = '';
    private $status = 200;
    private $signature = null;

    /** $version: the module's own. */
    public function __construct($shop, $version)
    {
        $this->shop = $shop;
        $this->version = $version;
    }

    /** $server as PHP's $_SERVER, $body as it came, $now in seconds since 1970; $active: whether the module is. */
    public function run($server, $body, $now, $active)
    {
        $key = null;
        $request = new SconnectRequest($server, $body);
        try {
            $key = $this->key($active);
            $request->check($key, $now);
        } catch (SconnectProblem $problem) {
            // Only who has the key gets a signed answer.
            $this->refuse($problem, $problem->problem === 'sign.old' ? $request : null, $key);
            return;
        }
        try {
            $this->checkReplay($request, $server, $now);
            $answer = array('ok' => true, 'answer' => $this->answer($request->question()));
            $this->give($answer, 200, $request, $key);
        } catch (SconnectProblem $problem) {
            $this->refuse($problem, $request, $key);
        } catch (Exception $failure) {
            $this->refuse(self::stopped($failure), $request, $key);
        } catch (Throwable $failure) {
            $this->refuse(self::stopped($failure), $request, $key);
        }
    }

    /** For what ends PHP half-way, called at shutdown. */
    public function stop($detail)
    {
        $this->refuse(new SconnectProblem('internal', $detail), null, null);
    }

    public function body()
    {
        return $this->body;
    }

    public function status()
    {
        return $this->status;
    }

    /** null: the answer is not signed. */
    public function signature()
    {
        return $this->signature;
    }

    private function key($active)
    {
        if (!$active) {
            throw new SconnectProblem('module.disabled', 'the module is switched off');
        }
        $key = $this->shop->setting('SCONNECT_KEY');
        if (!SconnectRequest::isKey($key)) {
            throw new SconnectProblem('module.noKey', 'the module has no security key yet');
        }
        return $key;
    }

    private function checkReplay($request, $server, $now)
    {
        $client = isset($server['HTTP_X_SCONNECT_CLIENT']) ? $server['HTTP_X_SCONNECT_CLIENT'] : '';
        if ($client === '' && isset($server['HTTP_USER_AGENT'])) {
            $client = $server['HTTP_USER_AGENT'];
        }
        // A nonce may come a window later than now when the other clock is ahead, hence twice.
        if (!$this->shop->remember($request->nonce, $client, $now, 2 * SconnectRequest::WINDOW)) {
            throw new SconnectProblem('sign.replayed', 'this request was made before');
        }
    }

    /** Where it stopped, without the message: that can hold a password or a person. */
    private static function stopped($failure)
    {
        return new SconnectProblem('internal', get_class($failure) . ' at ' . basename($failure->getFile()) . ':'
            . $failure->getLine());
    }

    private function refuse($problem, $request, $key)
    {
        $this->give(array('ok' => false, 'error' => $problem->problem, 'detail' => $problem->getMessage()),
            $problem->status(), $request, $key);
    }

    private function give($answer, $status, $request, $key)
    {
        $this->body = SconnectRows::json($answer);
        $this->status = $status;
        $this->signature = $request === null ? null : $request->signAnswer($key, $this->body);
    }

    private function answer($question)
    {
        if (!$this->shop->isOneShop()) {
            throw new SconnectProblem('shop.multishopAll', 'the address leads to more than one shop');
        }
        switch ($question['question']) {
            case 'identify':
                return $this->identify();
            case 'statuses':
                return $this->statuses();
            case 'orders':
            case 'order':
                $orders = new SconnectOrders($this->shop);
                return $question['question'] === 'orders' ? $orders->page($question) : $orders->one($question);
            case 'articles':
            case 'stock':
                $articles = new SconnectArticles($this->shop);
                return $question['question'] === 'stock' ? $articles->stock($question) : $articles->page($question);
            case 'setStock':
                $stock = new SconnectStock($this->shop, new SconnectArticles($this->shop));
                return $stock->write($question);
        }
        throw new SconnectProblem('question.unknown', 'this version does not know the question');
    }

    private function identify()
    {
        $isOn = array();
        foreach (array('SCONNECT_STOCK', 'PS_STOCK_MANAGEMENT', 'PS_ADVANCED_STOCK_MANAGEMENT', 'PS_SHOP_ENABLE') as $name) {
            $isOn[$name] = $this->shop->setting($name) === '1';
        }
        $shops = $this->shop->rows('SELECT `id_shop` AS `id`, `name` FROM ' . $this->shop->table('shop')
            . ' WHERE `deleted` = 0 ORDER BY `id_shop`');
        $languages = $this->shop->rows('SELECT `id_lang` AS `id`, `iso_code` AS `iso`, `active` FROM '
            . $this->shop->table('lang') . ' ORDER BY `id_lang`');
        $currency = $this->shop->rows('SELECT `iso_code` FROM ' . $this->shop->table('currency')
            . ' WHERE `id_currency` = ' . (int) $this->shop->setting('PS_CURRENCY_DEFAULT'));
        return array(
            'moduleVersion' => $this->version,
            'protocol' => self::PROTOCOL,
            'shopVersion' => $this->shop->version(),
            'phpVersion' => PHP_VERSION,
            'shopName' => $this->shop->shopName(),
            'url' => $this->url(),
            'idShop' => (string) $this->shop->shopId(),
            'shops' => $shops,
            'timezone' => $this->shop->setting('PS_TIMEZONE'),
            'defaultCurrency' => $currency ? $currency[0]['iso_code'] : null,
            'languages' => $languages,
            'stockWritable' => $isOn['SCONNECT_STOCK'],
            'stockManagement' => $isOn['PS_STOCK_MANAGEMENT'],
            'advancedStock' => $isOn['PS_ADVANCED_STOCK_MANAGEMENT'],
            'maintenance' => !$isOn['PS_SHOP_ENABLE'],
            'now' => date('Y-m-d H:i:s'),
            'roundType' => $this->shop->setting('PS_ROUND_TYPE'),
            'roundMode' => $this->shop->setting('PS_PRICE_ROUND_MODE'),
        );
    }

    /** Where the shop says that it is: other host names are sent on to this one. null: it does not say. */
    private function url()
    {
        $rows = $this->shop->rows('SELECT `domain`, `domain_ssl`, `physical_uri`, `virtual_uri` FROM '
            . $this->shop->table('shop_url') . ' WHERE `id_shop` = ' . $this->shop->shopId()
            . ' AND `active` = 1 ORDER BY `main` DESC LIMIT 1');
        if (!$rows) {
            return null;
        }
        $isSecure = $this->shop->setting('PS_SSL_ENABLED') === '1';
        return ($isSecure ? 'https://' . $rows[0]['domain_ssl'] : 'http://' . $rows[0]['domain'])
            . $rows[0]['physical_uri'] . $rows[0]['virtual_uri'];
    }

    private function statuses()
    {
        $this->shop->learn(array('order_state'));
        $wanted = array('id_order_state', 'paid', 'shipped', 'delivery', 'logable', 'invoice', 'deleted',
            'module_name', 'color');
        return $this->shop->rows('SELECT ' . $this->shop->select('s', 'order_state', $wanted) . ', `l`.`name` FROM '
            . $this->shop->table('order_state') . ' `s` LEFT JOIN ' . $this->shop->table('order_state_lang')
            . ' `l` ON `l`.`id_order_state` = `s`.`id_order_state` AND `l`.`id_lang` = ' . $this->shop->languageId()
            . ' ORDER BY `s`.`id_order_state`');
    }
}
