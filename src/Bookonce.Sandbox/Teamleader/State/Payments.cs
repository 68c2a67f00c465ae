using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.State;

/// <summary>What payments do to an invoice.</summary>
internal static class Payments
{
    extension(Invoice invoice)
    {
        /// <summary>The invoice with one more payment; matched once nothing is due any more.</summary>
        public Invoice WithPayment(Payment payment)
        {
            var paid = invoice with { Payments = [.. invoice.Payments.Append(payment).OrderBy(each => each.PaidAt)] };
            return paid.Due > 0 ? paid : paid with { Status = InvoiceStatus.Matched, PaidAt = payment.PaidAt };
        }

        /// <summary>The invoice as if nobody had ever paid.</summary>
        public Invoice WithoutPayments() =>
            invoice with
            {
                Payments = [],
                Status = InvoiceStatus.Outstanding,
                PaidAt = null,
            };
    }
}
