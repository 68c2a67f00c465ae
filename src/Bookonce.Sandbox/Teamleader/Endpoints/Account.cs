using System.Text.Json.Nodes;
using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary><c>users.me</c> and <c>currencies.exchangeRates</c>.</summary>
internal static class Account
{
    public static Answer Me(Call call)
    {
        var user = call.State.UsersById[call.UserId];
        return Answer.Data(
            new JsonObject
            {
                ["id"] = user.Id,
                ["account"] = Wire.Reference("account", call.State.AccountId),
                ["first_name"] = user.FirstName,
                ["last_name"] = user.LastName,
                ["email"] = user.Email,
                ["email_verification_status"] = "confirmed",
                ["telephones"] = Wire.List(user.Telephones, SharedWire.ToWire),
                ["language"] = user.Language,
                ["function"] = user.Function,
                ["time_zone"] = user.TimeZone,
                ["preferences"] = new JsonObject
                {
                    ["invoiceable"] = true,
                    ["historic_time_tracking_limit"] = null,
                    ["whitelabeling"] = false,
                },
            }
        );
    }

    public static Answer ExchangeRates(Call call)
    {
        var @base = call.Body["base"].RequiredText();
        if (Currencies.Find(@base) is null)
            throw call.Body["base"].Invalid;
        return Answer.Data(
            Currencies.All,
            currency => new JsonObject
            {
                ["code"] = currency.Code,
                ["symbol"] = currency.Symbol,
                ["name"] = currency.Name,
                ["exchange_rate"] = Wire.Number(Currencies.Rate(@base, currency.Code)),
            }
        );
    }
}
