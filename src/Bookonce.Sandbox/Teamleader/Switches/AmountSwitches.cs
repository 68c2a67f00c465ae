namespace Bookonce.Sandbox.Teamleader;

public sealed partial record TeamleaderSwitches
{
    /// <summary>What a credit note of the whole invoice does to it. Section 5.5.4 of the reference: not documented.</summary>
    [Open("5.5.4", "ND", "What a credit note of the whole invoice does to it.")]
    public CreditEffect Credit { get; init; }

    /// <summary>What a partial credit note does to its invoice; interface description and help centre disagree. Section 5.5.4 of the reference: the sources disagree.</summary>
    [Open(
        "5.5.4",
        "disputed",
        "What a partial credit note does to its invoice; interface description and help centre disagree."
    )]
    public CreditEffect PartialCredit { get; init; }

    /// <summary>The <c>paid_at</c> of an invoice with several payments. Section 9.6 of the reference: not documented.</summary>
    [Open("9.6", "ND", "The paid_at of an invoice with several payments.")]
    public PaidAtMoment PaidAt { get; init; }

    /// <summary>What a payment of more than is due does. Section 9.6 of the reference: not documented.</summary>
    [Open("9.6", "ND", "What a payment of more than is due does.")]
    public Overpayment Overpayment { get; init; }

    /// <summary>Where VAT is rounded. Section 5.5.4 of the reference: not documented.</summary>
    [Open("5.5.4", "ND", "Where VAT is rounded.")]
    public VatRounding VatRounding { get; init; }

    /// <summary>How several discounts on a document combine. Section 5.5.4 of the reference: not documented.</summary>
    [Open("5.5.4", "ND", "How several discounts on a document combine.")]
    public DiscountCombination Discounts { get; init; }

    /// <summary>Whether a line's totals include its share of the document's discounts. Section 5.5.4 of the reference: not documented.</summary>
    [Open("5.5.4", "ND", "Whether a line's totals include its share of the document's discounts.")]
    public LineTotalsMeaning LineTotals { get; init; }

    /// <summary>Which discounts the totals before discount leave out. Section 5.5.4 of the reference: not documented.</summary>
    [Open("5.5.4", "ND", "Which discounts the totals before discount leave out.")]
    public BeforeDiscountMeaning BeforeDiscount { get; init; }
}

/// <summary>What a credit note of the whole invoice does to it.</summary>
public enum CreditEffect
{
    /// <summary>Less is due; the status stays.</summary>
    ReducesDue,

    /// <summary>Less is due; once nothing is, the invoice is matched.</summary>
    ReducesDueAndMatches,

    /// <summary>Nothing.</summary>
    None,
}

/// <summary>The <c>paid_at</c> of an invoice with several payments.</summary>
public enum PaidAtMoment
{
    /// <summary>The latest of them.</summary>
    LastPayment,

    /// <summary>The earliest of them.</summary>
    FirstPayment,
}

/// <summary>What a payment of more than is due does.</summary>
public enum Overpayment
{
    /// <summary>It is stored; less than nothing is due.</summary>
    Accepted,

    /// <summary>An error.</summary>
    Refused,
}

/// <summary>Where VAT is rounded.</summary>
public enum VatRounding
{
    /// <summary>Once on the sum of a rate.</summary>
    PerRate,

    /// <summary>On every line, as the help centre hints.</summary>
    PerLine,
}

/// <summary>How several discounts on a document combine.</summary>
public enum DiscountCombination
{
    /// <summary>Each on what the one before leaves.</summary>
    Cascade,

    /// <summary>Their percentages are added.</summary>
    Sum,
}

/// <summary>Whether a line's totals include its share of the document's discounts.</summary>
public enum LineTotalsMeaning
{
    /// <summary>They do not.</summary>
    WithoutDocumentDiscount,

    /// <summary>They do.</summary>
    WithDocumentDiscount,
}

/// <summary>Which discounts the totals before discount leave out.</summary>
public enum BeforeDiscountMeaning
{
    /// <summary>Those of the lines and those of the document.</summary>
    AllDiscounts,

    /// <summary>Those of the document only.</summary>
    DocumentDiscounts,
}
