using Bookonce.Sandbox.Teamleader.Model;

namespace Bookonce.Sandbox.Teamleader.State;

/// <summary>What payments do to a booked invoice.</summary>
internal static class Payments
{
    extension(Invoice invoice)
    {
        /// <summary>The invoice with one more payment.</summary>
        public Invoice WithPayment(Payment payment, PaidAtMoment paidAt) =>
            (invoice with { Payments = [.. invoice.Payments.Append(payment).OrderBy(each => each.PaidAt)] }).Settled(
                paidAt
            );

        /// <summary>The invoice as if nobody had ever paid.</summary>
        public Invoice WithoutPayments() =>
            invoice with
            {
                Payments = [],
                Status = InvoiceStatus.Outstanding,
                PaidAt = null,
            };

        /// <summary>Matched if something was paid or credited and nothing is due any more, else outstanding.</summary>
        public Invoice Settled(PaidAtMoment paidAt)
        {
            var matched = invoice.Due <= 0 && (invoice.Payments is not [] || invoice.Credited > 0);
            return invoice with
            {
                Status = matched ? InvoiceStatus.Matched : InvoiceStatus.Outstanding,
                PaidAt =
                    matched && invoice.Payments is [var first, ..]
                        ? (paidAt == PaidAtMoment.FirstPayment ? first : invoice.Payments[^1]).PaidAt
                        : null,
            };
        }
    }
}
