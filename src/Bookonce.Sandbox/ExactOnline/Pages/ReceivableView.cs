namespace Bookonce.Sandbox.ExactOnline.Pages;

/// <summary>A part of a receivable as a page shows it.</summary>
/// <param name="Line">The id of the receivable line.</param>
/// <param name="Amount">In the administration's currency, positive for what a customer owes.</param>
/// <param name="Entry">For a paid part the entry that paid it, for a candidate its own entry.</param>
internal sealed record ReceivableView(Guid Line, decimal Amount, DateOnly? DueDate, bool IsPaid, Entry? Entry);
