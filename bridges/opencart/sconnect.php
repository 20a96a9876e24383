<?php
/*
 * S-Connect reads the orders of this OpenCart shop through this file. It answers a fixed list of questions, only when
 * they are signed with the key below, and only reads: SELECT and SHOW, on the database named in ../config.php.
 * Nothing of the shop itself is loaded. Remove the folder to end the connection.
 *
 * Runs on PHP 5.2 to 8.x: no namespaces, closures, short arrays, `?:`, `finally` or JSON flags. Questions, answers and
 * error codes are described in README.md beside the source of this file.
 */

define('SCONNECT_VERSION', '1.0.0');
define('SCONNECT_PROTOCOL', 1);
define('SCONNECT_KEY', '{{KEY}}');

/** Seconds that the two clocks may differ; nonces are remembered as long. */
define('SCONNECT_WINDOW', 300);
define('SCONNECT_MAX_REQUEST_BYTES', 65536);
/** A page of orders ends early here (`more` is true then), below what the other side accepts in one answer. */
define('SCONNECT_MAX_PAGE_BYTES', 4194304);
define('SCONNECT_MAX_ORDERS', 200);
/** How many order numbers before an order are looked at for `previous_added`. */
define('SCONNECT_NEIGHBOURS', 50);
define('SCONNECT_NO_DATE', '0000-00-00 00:00:00');

/** What the shutdown handler must know when PHP stops us half-way. */
class SConnectState
{
    public static $answered = false;
    /** Of a request whose signature was right; null before that. */
    public static $nonce = null;
    public static $inConfig = false;
    /** Given back at shutdown, so that an answer can still be made after "Allowed memory size exhausted". */
    public static $reserve = '';
}

/** An error for the other side: the code says which, the message is its detail. Never holds a password. */
class SConnectProblem extends Exception
{
    public $problem;
    public $more;

    public function __construct($problem, $detail, $more = array())
    {
        parent::__construct($detail);
        $this->problem = $problem;
        $this->more = $more;
    }
}

sconnect_run();

function sconnect_run()
{
    ob_start();
    sconnect_be_quiet();
    SConnectState::$reserve = str_repeat(' ', 262144);
    register_shutdown_function('sconnect_shutdown');
    $body = sconnect_authentic_body();
    if ($body === null) {
        sconnect_refuse();
        return;
    }
    try {
        sconnect_check_freshness();
        $request = sconnect_decode($body);
        if (!is_array($request) || !isset($request['question']) || !is_string($request['question'])) {
            throw new SConnectProblem('question', 'no question');
        }
        $answer = sconnect_answer_to($request);
        $question = sconnect_json($request['question']);
        sconnect_send('"question":' . $question . ',"time":' . time() . ',"answer":' . $answer);
    } catch (SConnectProblem $problem) {
        sconnect_send_problem($problem->problem, $problem->getMessage(), $problem->more);
    }
}

/**
 * No message of PHP reaches the answer; what is printed all the same is thrown away in sconnect_output. Done again
 * after config.php, which can have its own ideas.
 */
function sconnect_be_quiet()
{
    error_reporting(0);
    set_error_handler('sconnect_ignore_error');
    // Hosts forbid functions; calling such a one ends PHP 8.
    if (function_exists('ini_set')) {
        @ini_set('display_errors', '0');
        @ini_set('zlib.output_compression', '0');
    }
    // With mbstring.func_overload (before PHP 8) strlen and substr would count characters; we count bytes.
    if (function_exists('mb_internal_encoding')) {
        @mb_internal_encoding('8bit');
    }
}

/** Takes the place of a handler of the shop's, which might throw or print. */
function sconnect_ignore_error()
{
    return true;
}

/* ---------------------------------------------------------------------------------------------- signed requests */

/** The body when its signature is right, else null; nobody learns what was wrong. */
function sconnect_authentic_body()
{
    // The template's placeholder is not a key, so a copy that was never prepared answers nobody.
    if (!preg_match('/^[0-9a-f]{64}\z/', SCONNECT_KEY) || !function_exists('hash_hmac')) {
        return null;
    }
    $nonce = sconnect_server('HTTP_X_SCONNECT_NONCE');
    $timestamp = sconnect_server('HTTP_X_SCONNECT_TIMESTAMP');
    if (sconnect_server('REQUEST_METHOD') !== 'POST'
        || !preg_match('/^[0-9a-f]{32}\z/', $nonce) || !preg_match('/^[0-9]{1,12}\z/', $timestamp)) {
        return null;
    }
    // php://input, because magic quotes (up to PHP 5.3) alter $_POST.
    $input = fopen('php://input', 'rb');
    $body = $input ? stream_get_contents($input, SCONNECT_MAX_REQUEST_BYTES + 1) : false;
    if ($body === false || strlen($body) > SCONNECT_MAX_REQUEST_BYTES) {
        return null;
    }
    $signed = "POST\n" . sconnect_path() . "\n" . $timestamp . "\n" . $nonce . "\n" . hash('sha256', $body);
    if (!sconnect_same(hash_hmac('sha256', $signed, SCONNECT_KEY), sconnect_server('HTTP_X_SCONNECT_SIGNATURE'))) {
        return null;
    }
    SConnectState::$nonce = $nonce;
    return $body;
}

function sconnect_server($name)
{
    return isset($_SERVER[$name]) && is_string($_SERVER[$name]) ? $_SERVER[$name] : '';
}

/** The path part of the URL as it was asked for; IIS may only know the script's own. */
function sconnect_path()
{
    $url = sconnect_server('REQUEST_URI') === '' ? sconnect_server('SCRIPT_NAME') : sconnect_server('REQUEST_URI');
    $parts = explode('?', preg_replace('~^[a-z]+://[^/]*~i', '', $url), 2);
    return $parts[0];
}

/** hash_equals, which PHP has from 5.6: the time does not depend on where the difference is. */
function sconnect_same($expected, $given)
{
    $difference = strlen($expected) ^ strlen($given);
    for ($i = 0; $i < strlen($expected); $i++) {
        $difference |= ord($expected[$i]) ^ ($i < strlen($given) ? ord($given[$i]) : 0);
    }
    return $difference === 0;
}

/** Throws when the clocks differ too much or the nonce was used before. */
function sconnect_check_freshness()
{
    $now = time();
    if (abs($now - (float) sconnect_server('HTTP_X_SCONNECT_TIMESTAMP')) > SCONNECT_WINDOW) {
        throw new SConnectProblem('clock', 'the clocks differ');
    }
    foreach (sconnect_nonce_files() as $path) {
        $first = sconnect_is_first_use($path, SConnectState::$nonce, $now);
        if ($first === true) {
            return;
        }
        if ($first === false) {
            throw new SConnectProblem('replay', 'this request was made before');
        }
    }
    throw new SConnectProblem('nonces', 'neither this folder nor the temporary folder can be written');
}

/** Beside this file, or where PHP may not write here: in the temporary folder, under a name that only the key gives. */
function sconnect_nonce_files()
{
    $files = array(dirname(__FILE__) . '/nonces.php');
    if (function_exists('sys_get_temp_dir')) {
        $files[] = sys_get_temp_dir() . '/sconnect-' . substr(hash('sha256', 'nonces' . SCONNECT_KEY), 0, 32) . '.php';
    }
    return $files;
}

/** True and remembered, false when known, null when this file cannot be used. A line each: time, nonce. */
function sconnect_is_first_use($path, $nonce, $now)
{
    $file = @fopen($path, 'a+b');
    if (!$file) {
        return null;
    }
    $first = null;
    if (flock($file, LOCK_EX)) {
        rewind($file);
        $kept = "<?php exit; ?>\n";
        $first = true;
        while (($line = fgets($file)) !== false) {
            $entry = explode(' ', trim($line));
            // A nonce may come a window later than now when the other clock is ahead, hence twice.
            if (count($entry) === 2 && (int) $entry[0] + 2 * SCONNECT_WINDOW >= $now) {
                $kept .= $line;
                $first = $first && $entry[1] !== $nonce;
            }
        }
        if ($first) {
            $kept .= $now . ' ' . $nonce . "\n";
            $first = ftruncate($file, 0) && fwrite($file, $kept) === strlen($kept) && fflush($file) ? true : null;
        }
        flock($file, LOCK_UN);
    }
    fclose($file);
    return $first;
}

/* ------------------------------------------------------------------------------------------------------ answers */

/** The same words whatever was wrong. */
function sconnect_refuse()
{
    sconnect_output('{"sconnect":"' . SCONNECT_VERSION . '","error":{"code":"refused"}}', '403 Forbidden', null);
}

function sconnect_send_problem($code, $detail, $more)
{
    $error = array('code' => $code, 'detail' => $detail) + $more;
    sconnect_send('"time":' . time() . ',"error":' . sconnect_json($error));
}

/** $members: the JSON members after the version and protocol. */
function sconnect_send($members)
{
    $body = '{"sconnect":"' . SCONNECT_VERSION . '","protocol":' . SCONNECT_PROTOCOL . ',' . $members . '}';
    $signed = "answer\n" . SConnectState::$nonce . "\n" . hash('sha256', $body);
    sconnect_output($body, '200 OK', hash_hmac('sha256', $signed, SCONNECT_KEY));
}

/** The body and nothing else: what was printed before is thrown away, and what is printed later too. */
function sconnect_output($body, $status, $signature)
{
    SConnectState::$answered = true;
    for ($level = ob_get_level(); $level > 0; $level--) {
        @ob_end_clean();
    }
    if (headers_sent()) {
        // Something printed before we began (auto_prepend_file, a start-up warning): the signature goes with the body.
        echo "\n", $signature === null ? '' : 'X-SConnect-Signature: ' . $signature . "\n", "\n", $body;
    } else {
        sconnect_send_headers($status, $signature);
        echo $body;
    }
    ob_start('sconnect_discard');
}

/** For auto_append_file and what others do at shutdown. */
function sconnect_discard($text)
{
    return '';
}

function sconnect_send_headers($status, $signature)
{
    if (function_exists('header_remove')) {
        header_remove();
    }
    header('HTTP/1.1 ' . $status, true, (int) $status);
    header('Content-Type: application/json; charset=utf-8');
    header('Cache-Control: no-store');
    header('X-Content-Type-Options: nosniff');
    if ($signature !== null) {
        header('X-SConnect-Signature: ' . $signature);
    }
}

/** A fatal error, an `exit` or an uncaught exception still gives an answer. */
function sconnect_shutdown()
{
    SConnectState::$reserve = '';
    if (SConnectState::$answered) {
        return;
    }
    sconnect_be_quiet();
    if (SConnectState::$nonce === null) {
        sconnect_refuse();
    } elseif (SConnectState::$inConfig) {
        sconnect_send_problem('config', 'config.php stops PHP', array());
    } else {
        sconnect_send_problem('internal', sconnect_last_error(), array());
    }
}

/** Where PHP stopped. Not PHP's own message: a stack trace in it can hold a password. */
function sconnect_last_error()
{
    $error = error_get_last();
    if (!$error) {
        return 'stopped';
    }
    $kind = 'error';
    if (strpos($error['message'], 'Allowed memory size') === 0) {
        $kind = 'memory';
    } elseif (strpos($error['message'], 'Maximum execution time') === 0) {
        $kind = 'time';
    }
    return $kind . ' at ' . basename($error['file']) . ':' . $error['line'];
}

/* --------------------------------------------------------------------------------------------------------- JSON */

/** An array with the first key 0 becomes a list, as does an empty one; text is repaired where it is not UTF-8. */
function sconnect_json($value)
{
    if ($value === null) {
        return 'null';
    }
    if (is_bool($value)) {
        return $value ? 'true' : 'false';
    }
    if (!is_array($value)) {
        return is_int($value) ? (string) $value : sconnect_json_string($value);
    }
    $parts = array();
    reset($value);
    if (!$value || key($value) === 0) {
        foreach ($value as $item) {
            $parts[] = sconnect_json($item);
        }
        return '[' . implode(',', $parts) . ']';
    }
    foreach ($value as $name => $item) {
        $parts[] = sconnect_json_string((string) $name) . ':' . sconnect_json($item);
    }
    return '{' . implode(',', $parts) . '}';
}

/** json_encode where PHP has it; on invalid UTF-8 that gives 'null' (5.2) or false. */
function sconnect_json_string($text)
{
    $json = function_exists('json_encode') ? @json_encode($text) : false;
    if (is_string($json) && $json !== 'null') {
        return $json;
    }
    $repaired = sconnect_repair($text);
    $escapes = array('\\' => '\\\\', '"' => '\\"');
    for ($code = 0; $code < 32; $code++) {
        $escapes[chr($code)] = sprintf('\\u%04x', $code);
    }
    return '"' . strtr($repaired, $escapes) . '"';
}

/** Valid UTF-8: a byte that is no part of it is read as Windows-1252 (what MySQL calls latin1), else becomes U+FFFD. */
function sconnect_repair($text)
{
    $repaired = '';
    $length = strlen($text);
    for ($i = 0; $i < $length;) {
        $plain = strcspn($text, sconnect_high_bytes(), $i);
        $repaired .= substr($text, $i, $plain);
        $i += $plain;
        if ($i >= $length) {
            break;
        }
        $rest = substr($text, $i, 4);
        if (preg_match(sconnect_utf8_pattern(), $rest, $match)) {
            $repaired .= $match[0];
            $i += strlen($match[0]);
        } elseif (preg_match('/^(?:[\xE0-\xEF][\x80-\xBF]|[\xF0-\xF4][\x80-\xBF]{1,2})\z/', $rest)) {
            // The text was cut off in the middle of its last character.
            $repaired .= "\xEF\xBF\xBD";
            $i = $length;
        } else {
            $repaired .= sconnect_latin1($rest[0]);
            $i++;
        }
    }
    return $repaired;
}

function sconnect_high_bytes()
{
    static $bytes = '';
    if ($bytes === '') {
        for ($code = 128; $code < 256; $code++) {
            $bytes .= chr($code);
        }
    }
    return $bytes;
}

/** One character of more than one byte at the start. */
function sconnect_utf8_pattern()
{
    return '/^(?:[\xC2-\xDF][\x80-\xBF]|\xE0[\xA0-\xBF][\x80-\xBF]|[\xE1-\xEC\xEE\xEF][\x80-\xBF]{2}'
        . '|\xED[\x80-\x9F][\x80-\xBF]|\xF0[\x90-\xBF][\x80-\xBF]{2}|[\xF1-\xF3][\x80-\xBF]{3}'
        . '|\xF4[\x80-\x8F][\x80-\xBF]{2})/';
}

function sconnect_latin1($byte)
{
    // Unicode numbers of the bytes 0x80 to 0x9F; 0xFFFD where Windows-1252 has none.
    static $special = array(0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
        0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178);
    $code = ord($byte);
    if ($code < 0xA0) {
        $code = $special[$code - 0x80];
    }
    if ($code < 0x800) {
        return chr(0xC0 | $code >> 6) . chr(0x80 | $code & 0x3F);
    }
    return chr(0xE0 | $code >> 12) . chr(0x80 | $code >> 6 & 0x3F) . chr(0x80 | $code & 0x3F);
}

/** json_decode to arrays; where PHP was built without it, a reader for what we send ourselves. Null when not JSON. */
function sconnect_decode($json)
{
    if (function_exists('json_decode')) {
        return json_decode($json, true);
    }
    $string = '"(?:[^"\\\\]|\\\\.)*+"';
    preg_match_all('/' . $string . '|-?[0-9]+|true|false|null|[{}\[\]:,]/s', $json, $matches);
    $tokens = $matches[0];
    $at = 0;
    $value = sconnect_decode_value($tokens, $at);
    return $at === count($tokens) ? $value : null;
}

/** Objects of strings, whole numbers, true, false, null and objects; no lists, for no question has any. */
function sconnect_decode_value($tokens, &$at)
{
    $token = isset($tokens[$at]) ? $tokens[$at] : 'null';
    $at++;
    if ($token !== '{') {
        $words = array('true' => true, 'false' => false, 'null' => null);
        if (array_key_exists($token, $words)) {
            return $words[$token];
        }
        // No argument of ours needs an escape: dates, prefixes and names of questions.
        return $token[0] === '"' ? substr($token, 1, -1) : (int) $token;
    }
    $object = array();
    while (isset($tokens[$at + 2]) && $tokens[$at] !== '}') {
        $name = sconnect_decode_value($tokens, $at);
        $at++;
        $object[$name] = sconnect_decode_value($tokens, $at);
        if (isset($tokens[$at]) && $tokens[$at] === ',') {
            $at++;
        }
    }
    $at++;
    return $object;
}

/* ----------------------------------------------------------------------------------------------------- database */

/** Defines the constants of the shop. Throws 'config' where the file cannot be used. */
function sconnect_load_config()
{
    $folder = dirname(dirname(__FILE__));
    if (!@is_readable($folder . '/config.php')) {
        throw new SConnectProblem('config', 'no readable config.php in the folder above');
    }
    if (function_exists('chdir')) {
        @chdir($folder);
    }
    SConnectState::$inConfig = true;
    include $folder . '/config.php';
    SConnectState::$inConfig = false;
    sconnect_be_quiet();
    foreach (array('DB_HOSTNAME', 'DB_USERNAME', 'DB_PASSWORD', 'DB_DATABASE') as $name) {
        if (!defined($name)) {
            throw new SConnectProblem('config', $name . ' is not in config.php');
        }
    }
}

function sconnect_constant($name)
{
    return defined($name) ? trim((string) constant($name)) : '';
}

/** DB_HOSTNAME can be `host`, `host:3307`, `host:/path/of/socket`, `:/path`, `[::1]:3306` or `p:host`. */
function sconnect_address($hostname, $port)
{
    $host = preg_replace('/^p:/', '', trim($hostname));
    $socket = '';
    $ownPort = '';
    if (preg_match('~^([^/]*):(/.*)\z~', $host, $match)) {
        $host = $match[1];
        $socket = $match[2];
    } elseif (preg_match('~^/~', $host)) {
        $socket = $host;
        $host = '';
    } elseif (preg_match('/^\[([0-9a-f:.]+)\](?::([0-9]+))?\z/i', $host, $match)
        || preg_match('/^([^:]*):([0-9]+)\z/', $host, $match)) {
        $host = $match[1];
        $ownPort = isset($match[2]) ? $match[2] : '';
    }
    return array(
        'host' => $host === '' ? 'localhost' : $host,
        'port' => (int) ($port === '' ? $ownPort : $port),
        'socket' => $socket,
    );
}

/** A connection to the shop's database through whichever MySQL extension PHP has. */
class SConnectDatabase
{
    /** 'mysqli', 'pdo' or 'mysql'. */
    public $extension = '';
    public $charset = '';
    /** The server's own setting, before ours. */
    public $sqlMode = null;
    /** Of the tables; letters, digits and underscores only. */
    public $prefix;
    private $link = null;
    private $tables = array();
    /** Whether the server does not mind capitals in table names (Windows, macOS). */
    private $folds = false;
    private $columns = array();

    public function __construct($prefix)
    {
        $this->prefix = $prefix;
        $this->connect();
        $this->prepareSession();
        $rows = $this->query('SELECT @@lower_case_table_names AS folds');
        $this->folds = $rows[0]['folds'] !== '0';
        foreach ($this->query('SHOW TABLES') as $row) {
            $name = reset($row);
            $this->tables[$this->fold($name)] = $name;
        }
    }

    private function fold($name)
    {
        return $this->folds ? strtolower($name) : $name;
    }

    private function connect()
    {
        $this->extension = $this->findExtension();
        $driver = sconnect_constant('DB_DRIVER');
        if (preg_match('/postgre|pgsql|mssql|mmsql|sqlite/i', $driver)) {
            throw new SConnectProblem('database', 'the shop uses the driver ' . $driver . ', not MySQL');
        }
        try {
            $this->{'open_' . $this->extension}(sconnect_address(DB_HOSTNAME, sconnect_constant('DB_PORT')));
        } catch (Exception $failure) {
            throw new SConnectProblem('database', $this->withoutPassword($failure->getMessage()));
        }
    }

    /** Whichever there is, not the one of DB_DRIVER: PHP may have changed since the shop was installed. */
    private function findExtension()
    {
        if (function_exists('mysqli_init')) {
            return 'mysqli';
        }
        if (class_exists('PDO', false) && in_array('mysql', PDO::getAvailableDrivers())) {
            return 'pdo';
        }
        if (function_exists('mysql_connect')) {
            return 'mysql';
        }
        throw new SConnectProblem('database', 'PHP has no MySQL extension');
    }

    private function withoutPassword($text)
    {
        return DB_PASSWORD === '' ? $text : str_replace(DB_PASSWORD, '***', $text);
    }

    private function open_mysqli($to)
    {
        // It throws by itself from PHP 8.1; we look at what comes back.
        mysqli_report(MYSQLI_REPORT_OFF);
        $link = mysqli_init();
        mysqli_options($link, MYSQLI_OPT_CONNECT_TIMEOUT, 10);
        $ssl = $this->sslFiles();
        if ($ssl) {
            mysqli_ssl_set($link, $ssl['KEY'], $ssl['CERT'], $ssl['CA'], null, null);
        }
        $socket = $to['socket'] === '' ? null : $to['socket'];
        $port = $to['port'] === 0 ? null : $to['port'];
        $flags = $ssl ? MYSQLI_CLIENT_SSL : 0;
        $open = @mysqli_real_connect($link, $to['host'], DB_USERNAME, DB_PASSWORD, DB_DATABASE, $port, $socket, $flags);
        $this->removeFiles($ssl);
        if (!$open) {
            throw new Exception(mysqli_connect_errno() . ' ' . mysqli_connect_error());
        }
        $this->link = $link;
        $this->charset = @mysqli_set_charset($link, 'utf8mb4') ? 'utf8mb4' : 'utf8';
        if ($this->charset === 'utf8') {
            mysqli_set_charset($link, 'utf8');
        }
    }

    private function open_pdo($to)
    {
        $place = $to['socket'] === '' ? 'host=' . $to['host'] : 'unix_socket=' . $to['socket'];
        $place .= $to['port'] === 0 ? '' : ';port=' . $to['port'];
        $options = array(PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION, PDO::ATTR_TIMEOUT => 10);
        $ssl = $this->sslFiles();
        foreach ($ssl as $part => $path) {
            if ($path !== null) {
                $options[constant('PDO::MYSQL_ATTR_SSL_' . $part)] = $path;
            }
        }
        try {
            $this->link = new PDO('mysql:' . $place . ';dbname=' . DB_DATABASE, DB_USERNAME, DB_PASSWORD, $options);
        } catch (Exception $failure) {
            $this->removeFiles($ssl);
            throw $failure;
        }
        $this->removeFiles($ssl);
        $this->chooseCharset();
    }

    private function open_mysql($to)
    {
        $place = $to['host'] . ($to['port'] === 0 ? '' : ':' . $to['port']);
        if ($to['socket'] !== '') {
            $place = $to['host'] . ':' . $to['socket'];
        }
        $this->link = @mysql_connect($place, DB_USERNAME, DB_PASSWORD, true);
        if (!$this->link || !@mysql_select_db(DB_DATABASE, $this->link)) {
            throw new Exception($this->link ? mysql_error($this->link) : mysql_error());
        }
        $this->chooseCharset();
    }

    /** Without SET NAMES the server sends latin1; it knows utf8mb4 from MySQL 5.5.3. */
    private function chooseCharset()
    {
        $this->charset = $this->attempt('SET NAMES utf8mb4') ? 'utf8mb4' : 'utf8';
        if ($this->charset === 'utf8') {
            $this->attempt('SET NAMES utf8');
        }
    }

    /** KEY, CERT and CA as paths (null: not set), or nothing. OpenCart 4.1 has the PEM text itself in config.php. */
    private function sslFiles()
    {
        $files = array();
        foreach (array('KEY', 'CERT', 'CA') as $part) {
            $value = sconnect_constant('DB_SSL_' . $part);
            $files[$part] = $value === '' ? null : $this->sslFile($value);
        }
        return array_filter($files) ? $files : array();
    }

    private function sslFile($value)
    {
        if (strpos($value, "\n") === false && @is_file($value)) {
            return $value;
        }
        if (strpos($value, '-----BEGIN') === false) {
            $value = "-----BEGIN CERTIFICATE-----\n" . $value . "\n-----END CERTIFICATE-----\n";
        }
        $path = tempnam(sys_get_temp_dir(), 'sconnect-ssl');
        file_put_contents($path, $value);
        return $path;
    }

    private function removeFiles($files)
    {
        foreach ($files as $path) {
            if ($path !== null && strpos(basename($path), 'sconnect-ssl') === 0) {
                @unlink($path);
            }
        }
    }

    /** The shop's own session has these too: no strict mode (zero dates occur). Old servers lack the other two. */
    private function prepareSession()
    {
        try {
            $rows = $this->query('SELECT @@SESSION.sql_mode AS mode');
            $this->sqlMode = $rows[0]['mode'];
        } catch (SConnectProblem $ignored) {
            $this->sqlMode = null;
        }
        $this->attempt("SET SESSION sql_mode = ''");
        $this->attempt('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
        $this->attempt('SET SESSION TRANSACTION READ ONLY');
        // On InnoDB all tables are then seen as of one moment; on MyISAM this does nothing (see `complete`).
        $this->attempt('START TRANSACTION WITH CONSISTENT SNAPSHOT');
    }

    /** Prefixes with which this database has an order table, its lines and its totals. */
    public function prefixesSeen()
    {
        $prefixes = array();
        foreach ($this->tables as $name) {
            if (preg_match('/^([A-Za-z0-9_]*)order\z/', $name, $match)
                && isset($this->tables[$this->fold($match[1] . 'order_product')])
                && isset($this->tables[$this->fold($match[1] . 'order_total')])) {
                $prefixes[] = $match[1];
            }
        }
        return $prefixes;
    }

    /** Names without the prefix. */
    public function tablesOfShop()
    {
        $names = array();
        foreach ($this->tables as $name) {
            if (strncmp($this->fold($name), $this->fold($this->prefix), strlen($this->prefix)) === 0) {
                $names[] = (string) substr($name, strlen($this->prefix));
            }
        }
        return $names;
    }

    /** The table's real name, or null. */
    private function tableName($table)
    {
        $name = $this->fold($this->prefix . $table);
        return isset($this->tables[$name]) ? $this->tables[$name] : null;
    }

    public function has($table, $column = null)
    {
        if ($column === null) {
            return $this->tableName($table) !== null;
        }
        return in_array($column, $this->columns($table), true);
    }

    /** In the table's own order; none when there is no such table. Asked, because versions and forks mix freely. */
    public function columns($table)
    {
        if (!isset($this->columns[$table])) {
            $this->columns[$table] = array();
            $name = $this->tableName($table);
            $rows = $name === null ? array() : $this->query('SHOW COLUMNS FROM `' . $name . '`');
            foreach ($rows as $row) {
                if (preg_match('/^[A-Za-z0-9_]+\z/', $row['Field'])) {
                    $this->columns[$table][] = $row['Field'];
                }
            }
        }
        return $this->columns[$table];
    }

    /**
     * Rows of a table (in $tail called `t`) with those of the wanted columns that it has (null: all); none when there
     * is no such table. $more: further expressions, each with ` AS name`.
     */
    public function rows($table, $wanted, $tail, $values = array(), $more = array())
    {
        $columns = $this->columns($table);
        $list = array();
        foreach ($wanted === null ? $columns : array_intersect($wanted, $columns) as $name) {
            $list[] = '`t`.`' . $name . '`';
        }
        $list = implode(', ', array_merge($list, $more));
        if (!$columns || $list === '') {
            return array();
        }
        return $this->query('SELECT ' . $list . ' FROM `' . $this->tableName($table) . '` AS `t` ' . $tail, $values);
    }

    /** ORDER BY those of the columns that the table has. */
    public function sorted($table, $columns)
    {
        $names = array_intersect($columns, $this->columns($table));
        return $names ? ' ORDER BY `t`.`' . implode('`, `t`.`', $names) . '`' : '';
    }

    /** All rows as arrays of strings and nulls. Each `?` stands for a value, which the driver itself quotes. */
    public function query($sql, $values = array())
    {
        $parts = explode('?', $sql);
        $sql = array_shift($parts);
        foreach ($parts as $i => $part) {
            $sql .= $this->quote($values[$i]) . $part;
        }
        $result = $this->{'query_' . $this->extension}($sql);
        foreach ($result as $i => $row) {
            foreach ($row as $name => $value) {
                if ($value !== null && !is_string($value)) {
                    $result[$i][$name] = (string) $value;
                }
            }
        }
        return $result;
    }

    private function quote($value)
    {
        $value = (string) $value;
        if ($this->extension === 'mysqli') {
            return "'" . mysqli_real_escape_string($this->link, $value) . "'";
        }
        if ($this->extension === 'pdo') {
            return $this->link->quote($value);
        }
        return "'" . mysql_real_escape_string($value, $this->link) . "'";
    }

    private function query_mysqli($sql)
    {
        $result = mysqli_query($this->link, $sql);
        if ($result === false) {
            throw new SConnectProblem('query', mysqli_errno($this->link) . ' ' . mysqli_error($this->link));
        }
        $rows = array();
        while ($result !== true && $row = mysqli_fetch_assoc($result)) {
            $rows[] = $row;
        }
        return $rows;
    }

    private function query_pdo($sql)
    {
        try {
            $result = $this->link->query($sql);
            return $result->columnCount() === 0 ? array() : $result->fetchAll(PDO::FETCH_ASSOC);
        } catch (Exception $failure) {
            throw new SConnectProblem('query', $failure->getMessage());
        }
    }

    private function query_mysql($sql)
    {
        $result = mysql_query($sql, $this->link);
        if ($result === false) {
            throw new SConnectProblem('query', mysql_errno($this->link) . ' ' . mysql_error($this->link));
        }
        $rows = array();
        while ($result !== true && $row = mysql_fetch_assoc($result)) {
            $rows[] = $row;
        }
        return $rows;
    }

    /** For what an old server may not know. */
    private function attempt($sql)
    {
        try {
            $this->query($sql);
            return true;
        } catch (SConnectProblem $ignored) {
            return false;
        }
    }
}

/* ---------------------------------------------------------------------------------------------------- questions */

/** The answer as JSON. */
function sconnect_answer_to($request)
{
    $questions = array('identify', 'context', 'orders', 'orders_from', 'order');
    if (!in_array($request['question'], $questions, true)) {
        throw new SConnectProblem('question', 'unknown question');
    }
    $arguments = sconnect_arguments($request);
    if (function_exists('set_time_limit')) {
        @set_time_limit(60);
    }
    sconnect_load_config();
    $shop = new SConnectDatabase($arguments['prefix']);
    if (!$shop->has('order') || !$shop->has('order_product') || !$shop->has('order_total')) {
        $seen = $shop->prefixesSeen();
        $more = array('prefixes' => $seen, 'configPrefix' => sconnect_config_prefix());
        throw new SConnectProblem('prefix', 'prefixes in this database: ' . implode(', ', $seen), $more);
    }
    $answer = call_user_func('sconnect_question_' . $request['question'], $shop, $arguments);
    return is_string($answer) ? $answer : sconnect_json($answer);
}

/** Checked here, all of them, so that nothing else needs to: what is not as it should be never comes near SQL. */
function sconnect_arguments($request)
{
    $after = isset($request['after']) ? $request['after'] : null;
    if ($after !== null && !is_array($after)) {
        throw new SConnectProblem('question', 'wrong argument after');
    }
    $needed = array('order' => array('id'), 'orders_from' => array('from_id'));
    $mustHave = isset($needed[$request['question']]) ? $needed[$request['question']] : array();
    $date = '/^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\z/';
    $number = '/^[0-9]{1,10}\z/';
    $limit = sconnect_argument($request, 'limit', '/^[0-9]{1,9}\z/', false);
    return array(
        'prefix' => sconnect_argument($request, 'prefix', '/^[A-Za-z0-9_]{0,64}\z/', true),
        'added_from' => sconnect_argument($request, 'added_from', $date, false),
        'changed' => $after === null ? null : sconnect_argument($after, 'changed', $date, true),
        'after_id' => $after === null ? null : sconnect_argument($after, 'id', $number, true),
        'id' => sconnect_argument($request, 'id', $number, in_array('id', $mustHave)),
        'from_id' => sconnect_argument($request, 'from_id', $number, in_array('from_id', $mustHave)),
        'limit' => max(1, min(SCONNECT_MAX_ORDERS, $limit === null ? SCONNECT_MAX_ORDERS : (int) $limit)),
        'status_zero' => isset($request['include_status_zero']) && $request['include_status_zero'] === true,
    );
}

/** A string or whole number that fits the pattern, as a string; null when absent and not needed. */
function sconnect_argument($from, $name, $pattern, $needed)
{
    $value = isset($from[$name]) ? $from[$name] : null;
    if ($value === null && !$needed) {
        return null;
    }
    if ((!is_string($value) && !is_int($value)) || !preg_match($pattern, (string) $value)) {
        throw new SConnectProblem('question', 'wrong argument ' . $name);
    }
    return (string) $value;
}

function sconnect_config_prefix()
{
    return defined('DB_PREFIX') ? (string) DB_PREFIX : null;
}

/** What kind of shop this is. */
function sconnect_question_identify($shop)
{
    $server = $shop->query('SELECT VERSION() AS version');
    $counted = array('COUNT(*) AS order_count', 'MAX(`t`.`order_id`) AS newest_order_id');
    $orders = $shop->rows('order', array(), 'WHERE `t`.`order_status_id` > 0', array(), $counted);
    $columns = array();
    foreach (array('order', 'order_product', 'order_option', 'order_total', 'product') as $table) {
        $columns[$table] = $shop->columns($table);
    }
    return array(
        'php' => PHP_VERSION,
        'version' => sconnect_shop_version(),
        'database' => array(
            'server' => $server[0]['version'],
            'charset' => $shop->charset,
            'sqlMode' => $shop->sqlMode,
        ),
        'prefix' => $shop->prefix,
        'configPrefix' => sconnect_config_prefix(),
        'tables' => $shop->tablesOfShop(),
        'columns' => $columns,
        'order_count' => $orders[0]['order_count'],
        'newest_order_id' => $orders[0]['newest_order_id'],
        'extension' => $shop->extension,
    );
}

/** VERSION as the shop's index.php defines it; it stands nowhere else. */
function sconnect_shop_version()
{
    $index = (string) @file_get_contents(dirname(dirname(__FILE__)) . '/index.php', false, null, 0, 65536);
    $pattern = '/define\s*\(\s*[\'"]VERSION[\'"]\s*,\s*[\'"]([^\'"]+)[\'"]/';
    return preg_match($pattern, $index, $match) ? $match[1] : null;
}

/** What is needed to understand orders: statuses, custom fields, groups, countries, taxes, as they are now. */
function sconnect_question_context($shop)
{
    $now = $shop->query('SELECT NOW() AS db_now, UTC_TIMESTAMP() AS db_utc');
    $lists = array(
        'stores' => array('store', 'store_id', array('name', 'url', 'ssl')),
        'languages' => array('language', 'language_id', array('code', 'name')),
        'statuses' => array('order_status', 'order_status_id', array('language_id', 'name')),
        'custom_fields' => array('custom_field', 'custom_field_id', array('type', 'location')),
        'custom_field_names' => array('custom_field_description', 'custom_field_id', array('language_id', 'name')),
        'custom_field_values' => array('custom_field_value_description', 'custom_field_value_id',
            array('custom_field_id', 'language_id', 'name')),
        'tax_classes' => array('tax_class', 'tax_class_id', array('title')),
        'zone_to_geo_zones' => array('zone_to_geo_zone', 'geo_zone_id', array('country_id', 'zone_id')),
        'tax_rate_to_customer_groups' => array('tax_rate_to_customer_group', 'tax_rate_id', array('customer_group_id')),
    );
    $context = array('settings' => sconnect_settings($shop));
    foreach ($lists as $name => $list) {
        $context[$name] = sconnect_list($shop, $list[0], array_merge(array($list[1]), $list[2]));
    }
    $context['customer_groups'] = sconnect_customer_groups($shop);
    $context['countries'] = sconnect_countries($shop);
    return $context + sconnect_taxes($shop) + array(
        'zone' => array('php_timezone' => @date_default_timezone_get()) + $now[0],
    );
}

/** All rows by their first wanted column; a wanted column that this version lacks is null. */
function sconnect_list($shop, $table, $wanted)
{
    $rows = $shop->rows($table, $wanted, $shop->sorted($table, array($wanted[0])));
    $empty = array_fill_keys($wanted, null);
    foreach ($rows as $i => $row) {
        $rows[$i] = $row + $empty;
    }
    return $rows;
}

/** A fixed choice of settings; none of them holds a secret. */
function sconnect_settings($shop)
{
    $keys = array('config_currency', 'config_timezone', 'config_tax', 'config_tax_default', 'config_tax_customer',
        'config_language', 'config_language_id', 'config_language_catalog', 'config_name', 'config_store', 'config_url',
        'config_ssl', 'config_country_id', 'config_zone_id', 'config_customer_group_id', 'config_order_status_id',
        'config_complete_status', 'config_complete_status_id', 'config_processing_status', 'config_void_status_id',
        'config_fraud_status_id', 'config_checkout_payment_address', 'config_invoice_prefix');
    $marks = implode(',', array_fill(0, count($keys), '?'));
    $tail = 'WHERE `t`.`key` IN (' . $marks . ") OR `t`.`key` LIKE '%\\_tax\\_class\\_id'"
        . $shop->sorted('setting', array('setting_id'));
    $rows = $shop->rows('setting', array('store_id', 'key', 'value', 'serialized'), $tail, $keys);
    foreach ($rows as $i => $row) {
        // 1.0 has one store and no column for it.
        $rows[$i] = $row + array('store_id' => '0', 'serialized' => '0');
    }
    return $rows;
}

/** Up to 1.5.2 the name stands in customer_group itself, without language. */
function sconnect_customer_groups($shop)
{
    $table = $shop->has('customer_group_description') ? 'customer_group_description' : 'customer_group';
    return sconnect_list($shop, $table, array('customer_group_id', 'language_id', 'name'));
}

/** In 4.1 the names stand in country_description, one per language; the first language's is given. */
function sconnect_countries($shop)
{
    $countries = sconnect_list($shop, 'country', array('country_id', 'iso_code_2', 'name'));
    $names = array();
    foreach (sconnect_list($shop, 'country_description', array('language_id', 'country_id', 'name')) as $row) {
        $names += array((string) $row['country_id'] => $row['name']);
    }
    foreach ($countries as $i => $country) {
        if ($country['name'] === null && isset($names[$country['country_id']])) {
            $countries[$i]['name'] = $names[$country['country_id']];
        }
    }
    return $countries;
}

/** Up to 1.5.0 a rate belongs to one class (tax_rate.tax_class_id) and has a description for a name; no tax_rule. */
function sconnect_taxes($shop)
{
    $wanted = array('tax_rate_id', 'name', 'description', 'rate', 'type', 'geo_zone_id', 'tax_class_id', 'priority');
    $rates = array();
    $rules = array();
    foreach (sconnect_list($shop, 'tax_rate', $wanted) as $row) {
        $rates[] = array(
            'tax_rate_id' => $row['tax_rate_id'],
            'name' => $row['name'] === null ? $row['description'] : $row['name'],
            'rate' => $row['rate'],
            'type' => $row['type'] === null ? 'P' : $row['type'],
            'geo_zone_id' => $row['geo_zone_id'],
        );
        $rules[] = array(
            'tax_class_id' => $row['tax_class_id'],
            'tax_rate_id' => $row['tax_rate_id'],
            'based' => null,
            'priority' => $row['priority'],
        );
    }
    if ($shop->has('tax_rule') || !$shop->has('tax_rate', 'tax_class_id')) {
        $rules = sconnect_list($shop, 'tax_rule', array('tax_class_id', 'tax_rate_id', 'based', 'priority'));
    }
    return array('tax_rates' => $rates, 'tax_rules' => $rules);
}

/* ------------------------------------------------------------------------------------------------------- orders */

/** Orders that became real, by (changed, order_id), strictly after the given pair. */
function sconnect_question_orders($shop, $arguments)
{
    $changed = sconnect_changed($shop);
    $where = array($arguments['status_zero'] ? '1' : '`t`.`order_status_id` > 0');
    $values = array();
    if ($arguments['added_from'] !== null) {
        // An order without a date of its own counts from its last change.
        $where[] = "(`t`.`date_added` >= ? OR (COALESCE(CAST(`t`.`date_added` AS CHAR), '') < '1000'"
            . ' AND ' . $changed . ' >= ?))';
        array_push($values, $arguments['added_from'], $arguments['added_from']);
    }
    if ($arguments['changed'] !== null) {
        $where[] = '(' . $changed . ' > ? OR (' . $changed . ' = ? AND `t`.`order_id` > ?))';
        array_push($values, $arguments['changed'], $arguments['changed'], $arguments['after_id']);
    }
    $tail = 'WHERE ' . implode(' AND ', $where) . ' ORDER BY `sconnect_changed`, `t`.`order_id`';
    return sconnect_page($shop, $tail, $values, $arguments['limit']);
}

/** The same from a number on, by number. */
function sconnect_question_orders_from($shop, $arguments)
{
    $real = $arguments['status_zero'] ? '' : ' AND `t`.`order_status_id` > 0';
    $tail = 'WHERE `t`.`order_id` >= ?' . $real . ' ORDER BY `t`.`order_id`';
    return sconnect_page($shop, $tail, array($arguments['from_id']), $arguments['limit']);
}

/** One order, whatever its status. */
function sconnect_question_order($shop, $arguments)
{
    $rows = sconnect_order_rows($shop, 'WHERE `t`.`order_id` = ?', array($arguments['id']));
    $order = $rows ? sconnect_json(sconnect_whole_order(sconnect_parts($shop, $rows), $rows[0])) : 'null';
    return '{"order":' . $order . '}';
}

/** The later of date_added and date_modified as text; zero dates and NULL (4.1) lose. */
function sconnect_changed($shop)
{
    $later = '`t`.`date_added`';
    if ($shop->has('order', 'date_modified')) {
        $later = 'IF(`t`.`date_added` IS NULL OR `t`.`date_modified` > `t`.`date_added`,'
            . ' `t`.`date_modified`, `t`.`date_added`)';
    }
    return "COALESCE(CAST(" . $later . " AS CHAR), '" . SCONNECT_NO_DATE . "')";
}

/** One query gives rows and their place in the order together: read apart, a change in between could skip others. */
function sconnect_order_rows($shop, $tail, $values)
{
    // Not needed for booking, and personal.
    $unwanted = array('ip', 'forwarded_ip', 'user_agent', 'accept_language');
    $wanted = array_diff($shop->columns('order'), $unwanted);
    return $shop->rows('order', $wanted, $tail, $values, array(sconnect_changed($shop) . ' AS `sconnect_changed`'));
}

/** Orders are made into text one by one, and the page ends early before the answer becomes too large. */
function sconnect_page($shop, $tail, $values, $limit)
{
    $rows = sconnect_order_rows($shop, $tail . ' LIMIT ' . ($limit + 1), $values);
    $more = count($rows) > $limit;
    $rows = array_slice($rows, 0, $limit);
    $parts = sconnect_parts($shop, $rows);
    $page = '';
    foreach ($rows as $i => $row) {
        $order = sconnect_json(sconnect_whole_order($parts, $row));
        if ($page !== '' && strlen($page) + strlen($order) > SCONNECT_MAX_PAGE_BYTES) {
            $more = true;
            break;
        }
        $page .= ($page === '' ? '' : ',') . $order;
        unset($rows[$i]);
    }
    return '{"orders":[' . $page . '],"more":' . ($more ? 'true' : 'false') . '}';
}

/** Everything that belongs to a page of orders: one query per table, never one per order (several have no index). */
function sconnect_parts($shop, $rows)
{
    $orders = sconnect_in('order_id', sconnect_values($rows, 'order_id'));
    $lines = sconnect_rows_of($shop, 'order_product', $orders, array('order_product_id'));
    $options = sconnect_rows_of($shop, 'order_option', $orders, array('order_option_id'));
    $totals = sconnect_rows_of($shop, 'order_total', $orders, array('sort_order', 'order_total_id'));
    $vouchers = sconnect_rows_of($shop, 'order_voucher', $orders, array('order_voucher_id'));
    $products = sconnect_values($lines, 'product_id');
    $chosen = array();
    foreach ($options as $option) {
        if (isset($option['product_option_value_id']) && (int) $option['product_option_value_id'] > 0) {
            $chosen[$option['order_product_id']] = true;
        }
    }
    return array(
        'lines' => sconnect_by($lines, 'order_id'),
        'options' => sconnect_by(sconnect_complete_options($shop, $options), 'order_id'),
        'totals' => sconnect_by($totals, 'order_id'),
        'vouchers' => sconnect_by($vouchers, 'order_id'),
        'histories' => sconnect_by(sconnect_first_histories($shop, $orders), 'order_id'),
        'products' => sconnect_by(sconnect_products($shop, 'product_id', $products), 'product_id'),
        'codes' => sconnect_product_codes($shop, $products),
        'chosen' => $chosen,
        'variants' => sconnect_variants($shop, $lines, $chosen),
        'customers' => sconnect_by(sconnect_customers($shop, $rows), 'customer_id'),
        'countries' => sconnect_country_codes($shop, $rows),
        'dates' => sconnect_neighbour_dates($shop, $rows),
    );
}

/** All columns of the rows that fit the condition, sorted. */
function sconnect_rows_of($shop, $table, $condition, $order)
{
    return $shop->rows($table, null, 'WHERE ' . $condition . $shop->sorted($table, $order));
}

function sconnect_whole_order($parts, $row)
{
    $id = $row['order_id'];
    $changed = $row['sconnect_changed'];
    unset($row['sconnect_changed']);
    $totals = sconnect_of($parts['totals'], $id);
    $lines = sconnect_of($parts['lines'], $id);
    foreach ($lines as $i => $line) {
        $product = sconnect_of($parts['products'], $line['product_id']);
        $lines[$i]['product'] = $product ? $product[0] : null;
        $lines[$i]['codes'] = sconnect_of($parts['codes'], $line['product_id']);
        $isChosen = isset($parts['chosen'][$line['order_product_id']]);
        $lines[$i]['variants'] = $isChosen ? sconnect_of($parts['variants'], $line['product_id']) : array();
    }
    $history = sconnect_of($parts['histories'], $id);
    $customer = sconnect_of($parts['customers'], isset($row['customer_id']) ? $row['customer_id'] : '0');
    return array(
        'order' => $row,
        'changed' => $changed,
        'complete' => sconnect_is_complete($row, $totals),
        'products' => $lines,
        'options' => sconnect_of($parts['options'], $id),
        'totals' => $totals,
        'vouchers' => sconnect_of($parts['vouchers'], $id),
        'first_history' => $history ? $history[0] : null,
        'customer' => $customer ? $customer[0] : null,
        'country' => array(
            'payment_iso2' => sconnect_country_code($parts['countries'], $row, 'payment_country'),
            'shipping_iso2' => sconnect_country_code($parts['countries'], $row, 'shipping_country'),
        ),
        'previous_added' => sconnect_previous_added($parts['dates'], $id),
    );
}

/** MyISAM shows an order while its rows are still being written. Up to 1.4 totals have no code, only the amount. */
function sconnect_is_complete($row, $totals)
{
    foreach ($totals as $total) {
        $isAll = count($totals) > 1 && $total['value'] === $row['total'];
        if (isset($total['code']) ? $total['code'] === 'total' : $isAll) {
            return true;
        }
    }
    return false;
}

/** With the original name of an uploaded file, and which option and value of the catalogue were chosen. */
function sconnect_complete_options($shop, $options)
{
    $codes = array();
    foreach ($options as $option) {
        $isFile = isset($option['type']) && $option['type'] === 'file';
        if ($isFile && preg_match('/^[A-Za-z0-9]{1,255}\z/', $option['value'])) {
            $codes[] = $option['value'];
        }
    }
    $names = array();
    if ($codes) {
        $marks = implode(',', array_fill(0, count($codes), '?'));
        $tail = 'WHERE `t`.`code` IN (' . $marks . ')';
        $names = sconnect_by($shop->rows('upload', array('code', 'name'), $tail, $codes), 'code');
    }
    $tail = 'WHERE ' . sconnect_in('product_option_value_id', sconnect_values($options, 'product_option_value_id'));
    $wanted = array('product_option_value_id', 'option_id', 'option_value_id');
    $values = sconnect_by($shop->rows('product_option_value', $wanted, $tail), 'product_option_value_id');
    foreach ($options as $i => $option) {
        $name = sconnect_of($names, (string) $option['value']);
        $key = isset($option['product_option_value_id']) ? $option['product_option_value_id'] : '0';
        $value = sconnect_of($values, $key);
        $value = ($value ? $value[0] : array()) + array('option_id' => null, 'option_value_id' => null);
        $options[$i]['upload_name'] = $name ? $name[0]['name'] : null;
        $options[$i]['option_id'] = $value['option_id'];
        $options[$i]['option_value_id'] = $value['option_value_id'];
    }
    return $options;
}

/** Per order the oldest history row with a status: the moment it became real. */
function sconnect_first_histories($shop, $orders)
{
    $tail = 'WHERE ' . $orders . ' AND `t`.`order_status_id` > 0 GROUP BY `t`.`order_id`';
    $first = $shop->rows('order_history', array(), $tail, array(), array('MIN(`t`.`order_history_id`) AS id'));
    $ids = sconnect_values($first, 'id');
    return $ids ? $shop->rows('order_history', null, 'WHERE ' . sconnect_in('order_history_id', $ids)) : array();
}

function sconnect_products($shop, $column, $ids)
{
    $wanted = array('product_id', 'model', 'sku', 'upc', 'ean', 'jan', 'isbn', 'mpn', 'tax_class_id', 'master_id',
        'variant');
    $tail = 'WHERE ' . sconnect_in($column, $ids) . $shop->sorted('product', array('product_id'));
    return $ids ? $shop->rows('product', $wanted, $tail) : array();
}

/** From 4.1.0.1 codes stand in product_code; from 5.0 their kind in identifier. By product: rows of code and value. */
function sconnect_product_codes($shop, $products)
{
    $wanted = array('product_id', 'code', 'identifier_id', 'value');
    $tail = 'WHERE ' . sconnect_in('product_id', $products) . $shop->sorted('product_code', array('product_code_id'));
    $rows = $products ? $shop->rows('product_code', $wanted, $tail) : array();
    $kinds = array();
    if ($shop->has('product_code', 'identifier_id')) {
        $kinds = sconnect_by($shop->rows('identifier', array('identifier_id', 'code'), ''), 'identifier_id');
    }
    $codes = array();
    foreach ($rows as $row) {
        $kind = isset($row['identifier_id']) ? sconnect_of($kinds, $row['identifier_id']) : array();
        $code = isset($row['code']) ? $row['code'] : ($kind ? $kind[0]['code'] : null);
        $codes[$row['product_id']][] = array('code' => $code, 'value' => $row['value']);
    }
    return $codes;
}

/**
 * 4.x: by master the products that are its variants, for lines with a chosen option value: the order has the master's
 * number, and the variant is found by its option values. Where product_code has their sku or ean, it is put in place.
 */
function sconnect_variants($shop, $lines, $chosen)
{
    $masters = array();
    foreach ($lines as $line) {
        if (isset($chosen[$line['order_product_id']])) {
            $masters[] = $line;
        }
    }
    if (!$masters || !$shop->has('product', 'master_id')) {
        return array();
    }
    $variants = sconnect_products($shop, 'master_id', sconnect_values($masters, 'product_id'));
    $codes = sconnect_product_codes($shop, sconnect_values($variants, 'product_id'));
    foreach ($variants as $i => $variant) {
        foreach (sconnect_of($codes, $variant['product_id']) as $code) {
            if ((string) $code['value'] !== '') {
                $variants[$i][strtolower((string) $code['code'])] = $code['value'];
            }
        }
    }
    return sconnect_by($variants, 'master_id');
}

/** Never the password, salt, tokens or cart. */
function sconnect_customers($shop, $rows)
{
    $wanted = array('customer_id', 'store_id', 'customer_group_id', 'language_id', 'firstname', 'lastname', 'email',
        'telephone', 'custom_field', 'date_added');
    $ids = sconnect_values($rows, 'customer_id');
    return $ids ? $shop->rows('customer', $wanted, 'WHERE ' . sconnect_in('customer_id', $ids)) : array();
}

/** ISO codes by country number and, for 1.0 whose orders have only names, by name. */
function sconnect_country_codes($shop, $rows)
{
    $ids = array_merge(sconnect_values($rows, 'payment_country_id'), sconnect_values($rows, 'shipping_country_id'));
    $tail = 'WHERE ' . sconnect_in('country_id', $ids);
    if (!$shop->has('order', 'payment_country_id')) {
        $tail = '';
    }
    $codes = array();
    foreach ($shop->rows('country', array('country_id', 'iso_code_2', 'name'), $tail) as $country) {
        $codes['#' . $country['country_id']] = $country['iso_code_2'];
        if (isset($country['name'])) {
            $codes[$country['name']] = $country['iso_code_2'];
        }
    }
    return $codes;
}

function sconnect_country_code($codes, $row, $column)
{
    if (isset($row[$column . '_id'])) {
        $key = '#' . $row[$column . '_id'];
    } else {
        $key = isset($row[$column]) ? $row[$column] : '';
    }
    return isset($codes[$key]) ? $codes[$key] : null;
}

/** By order number the date_added of the orders shortly before those of the page, whatever their status. */
function sconnect_neighbour_dates($shop, $rows)
{
    $ids = sconnect_values($rows, 'order_id');
    sort($ids, SORT_NUMERIC);
    $ranges = array();
    $start = 0;
    $end = 0;
    foreach ($ids as $id) {
        if ($start === 0 || $id - SCONNECT_NEIGHBOURS > $end) {
            if ($start > 0) {
                $ranges[] = '`t`.`order_id` BETWEEN ' . $start . ' AND ' . $end;
            }
            $start = max(1, $id - SCONNECT_NEIGHBOURS);
        }
        $end = (int) $id;
    }
    if ($start === 0) {
        return array();
    }
    $ranges[] = '`t`.`order_id` BETWEEN ' . $start . ' AND ' . $end;
    $dates = array();
    foreach ($shop->rows('order', array('order_id', 'date_added'), 'WHERE ' . implode(' OR ', $ranges)) as $row) {
        $dates[$row['order_id']] = $row['date_added'];
    }
    return $dates;
}

/** The latest date_added among those orders: tells on which side of the autumn hour an order lies. Null: none. */
function sconnect_previous_added($dates, $id)
{
    $latest = SCONNECT_NO_DATE;
    for ($before = max(1, $id - SCONNECT_NEIGHBOURS); $before < $id; $before++) {
        if (isset($dates[$before]) && $dates[$before] > $latest) {
            $latest = $dates[$before];
        }
    }
    return $latest === SCONNECT_NO_DATE ? null : $latest;
}

/** The different numbers above 0 in a column, as digits. */
function sconnect_values($rows, $column)
{
    $values = array();
    foreach ($rows as $row) {
        if (isset($row[$column]) && preg_match('/^[1-9][0-9]{0,9}\z/', $row[$column])) {
            $values[$row[$column]] = $row[$column];
        }
    }
    return array_values($values);
}

/** A condition; false for no numbers. */
function sconnect_in($column, $numbers)
{
    return $numbers ? '`t`.`' . $column . '` IN (' . implode(',', $numbers) . ')' : '0';
}

/** Rows gathered by a column. */
function sconnect_by($rows, $column)
{
    $groups = array();
    foreach ($rows as $row) {
        $groups[(string) $row[$column]][] = $row;
    }
    return $groups;
}

function sconnect_of($groups, $key)
{
    $key = (string) $key;
    return isset($groups[$key]) ? $groups[$key] : array();
}
