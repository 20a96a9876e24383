<?php

class Tools
{
    public static function isSubmit($name)
    {
        return isset($_POST[$name]);
    }

    public static function getValue($name, $default = false)
    {
        return isset($_POST[$name]) ? $_POST[$name] : (isset($_GET[$name]) ? $_GET[$name] : $default);
    }

    public static function getAdminTokenLite($tab)
    {
        return md5($tab);
    }
}
