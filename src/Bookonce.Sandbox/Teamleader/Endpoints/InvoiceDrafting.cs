using Bookonce.Sandbox.Teamleader.Http;
using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.Endpoints;

/// <summary>Invoices before they are booked.</summary>
internal static class InvoiceDrafting
{
    public static Answer Draft(Call call)
    {
        var (state, body) = (call.State, call.Body);
        var invoicee = InvoiceInput.Invoicee(call, body["invoicee"]);
        var department =
            state.DepartmentsById.GetValueOrDefault(body["department_id"].RequiredId())
            ?? throw body["department_id"].Invalid;
        var term = body["payment_term"].ReadTerm();
        var rate = InvoiceInput.Currency(body["currency"], department.Currency);
        var discounts = LinesInput.Discounts(body["discounts"]);
        var arithmetic = state.ArithmeticIn(rate.From);
        var groups = arithmetic.AddUpLines(
            new LinesInput(state, department.Id).Groups(body["grouped_lines"]),
            discounts
        );

        var draft = new Invoice
        {
            Id = state.Ids.Next(),
            DepartmentId = department.Id,
            Date = body["invoice_date"].Date(),
            Term = term,
            Invoicee = invoicee,
            Currency = rate.From,
            ExchangeRate = rate,
            Groups = groups,
            Discounts = discounts,
            Totals = arithmetic.AddUp(groups, discounts, stated: null),
            ProjectId = body["project_id"].Id(),
            PurchaseOrderNumber = body["purchase_order_number"].Text(),
            Note = body["note"].Text(),
            Content = InvoiceInput.Content(body["invoice_content"]),
            ExpectedPaymentMethod = InvoiceInput.ExpectedPaymentMethod(body["expected_payment_method"]),
            CustomFields = CustomFields.WrittenAnew(call, "invoice"),
            DocumentTemplateId = body["document_template_id"].Id() ?? state.DocumentTemplateId,
            DeliveryDate = body["delivery_date"].Date(),
            CreatedAt = state.Now,
            UpdatedAt = state.Now,
        };
        return Answer.Created("invoice", state.Drafted(draft).Id);
    }

    public static Answer Update(Call call)
    {
        var (state, body) = (call.State, call.Body);
        var draft = call.Subject(state.InvoiceShelf.Find, "Invoice");
        if (draft.Booked)
            throw new Refusal(400, "Only a draft invoice can be updated", "id");

        var rate = body["currency"].HasValue
            ? InvoiceInput.Currency(body["currency"], draft.ExchangeRate.To)
            : draft.ExchangeRate;
        var arithmetic = state.ArithmeticIn(rate.From);
        var groups = body["grouped_lines"].IsGiven
            ? new LinesInput(state, draft.DepartmentId).Groups(body["grouped_lines"])
            : draft.Groups;
        var discounts = body["discounts"].IsGiven ? LinesInput.Discounts(body["discounts"]) : draft.Discounts;
        groups = arithmetic.AddUpLines(groups, discounts);
        var term = body["payment_term"].IsGiven ? body["payment_term"].ReadTerm() : draft.Term;
        var date = body["invoice_date"].DateOr(draft.Date);

        state.InvoiceShelf.Put(
            draft with
            {
                Invoicee = body["invoicee"].IsGiven ? InvoiceInput.Invoicee(call, body["invoicee"]) : draft.Invoicee,
                Date = date,
                DueOn = date is { } known ? term.DueOn(known, call.Switches.EndOfMonth) : null,
                Term = term,
                Currency = rate.From,
                ExchangeRate = rate,
                Groups = groups,
                Discounts = discounts,
                Totals = arithmetic.AddUp(groups, discounts, stated: null),
                ProjectId = body["project_id"].IdOr(draft.ProjectId),
                PurchaseOrderNumber = body["purchase_order_number"].TextOr(draft.PurchaseOrderNumber),
                Note = body["note"].TextOr(draft.Note),
                Content = body["invoice_content"].IsGiven
                    ? InvoiceInput.Content(body["invoice_content"])
                    : draft.Content,
                ExpectedPaymentMethod = body["expected_payment_method"].IsGiven
                    ? InvoiceInput.ExpectedPaymentMethod(body["expected_payment_method"])
                    : draft.ExpectedPaymentMethod,
                CustomFields = CustomFields.Written(call, "invoice", draft.CustomFields),
                DocumentTemplateId = body["document_template_id"].IdOr(draft.DocumentTemplateId),
                DeliveryDate = body["delivery_date"].DateOr(draft.DeliveryDate),
                UpdatedAt = state.Now,
            }
        );
        state.Raise("invoice.updated", draft.Id);
        return Answer.Done;
    }

    /// <summary>A new draft that says the same.</summary>
    public static Answer Copy(Call call)
    {
        var original = call.Subject(call.State.InvoiceShelf.Find, "Invoice");
        var arithmetic = call.State.ArithmeticIn(original.Currency);
        var groups = arithmetic.AddUpLines(original.Groups, original.Discounts);
        var copy = original with
        {
            Id = call.State.Ids.Next(),
            Status = InvoiceStatus.Draft,
            Number = null,
            Date = null,
            Payments = [],
            Credited = 0,
            PaidAt = null,
            Sent = false,
            PaymentReference = null,
            OnHoldSince = null,
            SubscriptionId = null,
            FileId = null,
            PeppolStatus = null,
            Groups = groups,
            Totals = arithmetic.AddUp(groups, original.Discounts, stated: null),
            CreatedAt = call.State.Now,
            UpdatedAt = call.State.Now,
        };
        return Answer.Created("invoice", call.State.Drafted(copy).Id);
    }
}
