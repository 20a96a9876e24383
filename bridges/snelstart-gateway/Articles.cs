// Articles, and the price that SnelStart would ask.
using System;
using System.Globalization;

namespace SConnect.Gateway
{
    sealed class Articles
    {
        readonly Gateway gateway;

        public Articles(Gateway gateway)
        {
            this.gateway = gateway;
        }

        public object Create(Question question)
        {
            string code = question.Text("code");
            string description = question.Text("description");
            int revenueGroup = question.Int("revenueGroupId");
            decimal? price = question.MaybeDecimal("salesPrice");
            Question extra = question.MaybeInner("extraField");
            return Write(code, true, delegate(Late article)
            {
                if (Exists(article, code)) throw new CallFailed("taken", "article " + code + " exists", GatewayNames.ArticleRead, null);
                article.Call(GatewayNames.ArticleClear);
                article.Set(GatewayNames.ArticleCode, code);
                article.Set(GatewayNames.ArticleDescription, description);
                article.Set(GatewayNames.ArticleRevenueGroup, revenueGroup);
                if (price != null) article.Set(GatewayNames.ArticlePrice, price.Value);
                if (extra != null) article.Call(GatewayNames.ArticleExtraField, extra.Text("name"), extra.Text("value"));
            });
        }

        public object Update(Question question)
        {
            string code = question.Text("code");
            string description = question.MaybeText("description");
            decimal? price = question.MaybeDecimal("salesPrice");
            return Write(code, false, delegate(Late article)
            {
                MustExist(article, code);
                if (description != null) article.Set(GatewayNames.ArticleDescription, description);
                if (price != null) article.Set(GatewayNames.ArticlePrice, price.Value);
            });
        }

        public object Price(Question question)
        {
            gateway.Administration();
            using (Late article = gateway.Create(GatewayNames.Article))
            {
                MustExist(article, question.Text("articleCode"));
                object price = article.Call(
                    GatewayNames.ArticlePriceWithAgreements,
                    question.MaybeInt("customerCode") ?? GatewayNames.NoCustomer,
                    question.Decimal("quantity"),
                    question.Date("date"));
                return Gateway.Result("price", Convert.ToDecimal(price).ToString(CultureInfo.InvariantCulture));
            }
        }

        object Write(string code, bool isNew, Action<Late> prepare)
        {
            gateway.Save<object>(false, delegate(Saving saving)
            {
                using (Late article = gateway.Create(GatewayNames.Article))
                {
                    prepare(article);
                    if (isNew) saving.IsThere = delegate { return Exists(code); };
                    saving.Started = true;
                    object answer = article.Call(GatewayNames.ArticleWrite);
                    // A plain no is no doubt.
                    saving.Started = !(answer is bool) || (bool)answer;
                    gateway.Demand(answer, GatewayNames.ArticleWrite);
                    return null;
                }
            });
            return Gateway.Result("code", code);
        }

        bool Exists(string code)
        {
            using (Late article = gateway.Create(GatewayNames.Article)) return Exists(article, code);
        }

        static bool Exists(Late article, string code)
        {
            return Convert.ToBoolean(article.Call(GatewayNames.ArticleRead, code));
        }

        static void MustExist(Late article, string code)
        {
            if (!Exists(article, code)) throw new CallFailed("gone", "there is no article " + code, GatewayNames.ArticleRead, null);
        }
    }
}
