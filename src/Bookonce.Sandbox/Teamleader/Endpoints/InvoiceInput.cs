using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Reads the parts of an invoice that several endpoints write.</summary>
internal static class InvoiceInput
{
    static readonly string[] PaymentMethods =
    [
        "sepa_direct_debit",
        "direct_debit",
        "credit_card",
        "cash",
        "cheque",
        "bankers_draft",
        "bank_transfer",
        "payment_card",
    ];

    public static Invoicee Invoicee(Call call, Input input)
    {
        var customer = input.Required.Object()["customer"].Required.Object();
        var reference = customer.ReadCustomer();
        var relation = call.State.FindRelation(reference) ?? throw customer["id"].Invalid;
        return TeamleaderState.SnapshotOf(reference, relation) with
        {
            ForAttentionOf = Attention(call, input["for_attention_of"].Object()),
        };
    }

    /// <summary>The currency and its rate to the department's, as given or as of today.</summary>
    public static ExchangeRate Currency(Input input, string departmentCurrency)
    {
        if (!input.HasValue)
            return new ExchangeRate(departmentCurrency, departmentCurrency, 1);
        var code = input.Object()["code"].ReadCurrency();
        var rate = input["exchange_rate"].Number() ?? Currencies.Rate(code, departmentCurrency);
        return rate > 0 ? new ExchangeRate(code, departmentCurrency, rate) : throw input["exchange_rate"].Invalid;
    }

    public static ExpectedPaymentMethod? ExpectedPaymentMethod(Input input)
    {
        if (!input.HasValue)
            return null;
        var method = input.Object()["method"].Required.OneOf(PaymentMethods)!;
        var reference = method == "sepa_direct_debit" ? input["reference"].RequiredText() : input["reference"].Text();
        return new ExpectedPaymentMethod(method, reference);
    }

    public static string? Content(Input input) => input.OneOf("goods", "services", "goods_and_services");

    static Attention? Attention(Call call, Input input)
    {
        if (!input.HasValue)
            return null;
        if (input["contact_id"].Id() is not { } id)
            return new Attention(input["name"].RequiredText());
        var contact = call.State.ContactsById.GetValueOrDefault(id) ?? throw input["contact_id"].Invalid;
        return new Attention(contact.DisplayName, id);
    }
}
