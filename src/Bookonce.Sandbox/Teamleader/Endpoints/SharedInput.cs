using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;
using Bookonce.Sandbox.Teamleader.State;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>How the structures that several resources share are read from a request.</summary>
internal static class SharedInput
{
    extension(Input input)
    {
        /// <summary>The value after a write of an optional text: as before unless the body names it; null clears.</summary>
        public string? TextOr(string? before) => input.IsGiven ? input.Text() : before;

        public bool FlagOr(bool before) => input.Flag() ?? before;

        public DateOnly? DateOr(DateOnly? before) => input.IsGiven ? input.Date() : before;

        public Guid? IdOr(Guid? before) => input.IsGiven ? input.Id() : before;

        /// <summary>The list after a write: what is given replaces what was.</summary>
        public IReadOnlyList<T> ListOr<T>(IReadOnlyList<T> before, Func<Input, T> read) =>
            input.IsGiven ? [.. input.Items().Select(read)] : before;

        public CustomerReference ReadCustomer()
        {
            var kind = input["type"].Required.OneOf("company", "contact");
            return new CustomerReference(
                kind == "company" ? CustomerKind.Company : CustomerKind.Contact,
                input["id"].RequiredId()
            );
        }

        /// <summary>What a file or a note is about, of one of the types given.</summary>
        public Subject ReadSubject(string[] types) =>
            new(input.Required.Object()["type"].Required.OneOf(types)!, input["id"].RequiredId());

        public Term ReadTerm()
        {
            var type = input.Required.Object()["type"].Required.OneOf("cash", "end_of_month", "after_invoice_date")!;
            if (type == "cash")
                return new Term(type);
            var days = input["days"].Required;
            return days.Integer() is >= 0 and <= 3650 and var count ? new Term(type, count) : throw days.Invalid;
        }

        /// <summary>An amount in the currency expected.</summary>
        public decimal ReadMoney(string currency)
        {
            var amount = input.Required.Object()["amount"].Required.Number()!.Value;
            return input["currency"].RequiredText() == currency ? amount : throw input["currency"].Invalid;
        }

        public string ReadCurrency() => Currencies.Find(input.RequiredText())?.Code ?? throw input.Invalid;

        public Email ReadEmail(string[] types) =>
            new(input["type"].Required.OneOf(types)!, input["email"].RequiredText());

        public Telephone ReadTelephone(string[] types) =>
            new(input["type"].Required.OneOf(types)!, input["number"].RequiredText());

        public TypedAddress ReadAddress()
        {
            var type = input["type"].Required.OneOf("primary", "invoicing", "delivery", "visiting")!;
            var address = input["address"].Required.Object();
            var country = address["country"];
            return new TypedAddress(
                type,
                new Address(
                    address["line_1"].Text(),
                    address["postal_code"].Text(),
                    address["city"].Text(),
                    country.RequiredText() is { Length: 2 } code ? code.ToUpperInvariant() : throw country.Invalid,
                    address["area_level_two_id"].Id()
                ),
                address["addressee"].Text()
            );
        }
    }
}
