{*
 * S-Connect for PrestaShop: lets S-Connect read the orders of this shop and, when allowed, write its stock.
 *
 * @author    S-Connect
 * @copyright S-Connect
 * @license   https://www.apache.org/licenses/LICENSE-2.0 Apache License 2.0
 *}
<div class="panel">
  <h3><i class="icon-link"></i> {$sconnect_title|escape:'html':'UTF-8'}</h3>
  <p>{$sconnect_last|escape:'html':'UTF-8'}{if $sconnect_client} ({$sconnect_client|escape:'html':'UTF-8'}){/if}</p>
  <p>{$sconnect_version|escape:'html':'UTF-8'}</p>
</div>
