namespace Bookonce.Sandbox.Teamleader.Model;

/// <summary>A text that documents are sent with.</summary>
/// <param name="Id">Assigned when planted.</param>
/// <param name="Type"><c>invoice</c>, <c>quotation</c>, <c>work_order</c> or <c>credit_note</c>.</param>
/// <param name="Name">What the user reads.</param>
/// <param name="Language">Language code such as <c>nl</c>.</param>
/// <param name="Subject">Subject of the mail.</param>
/// <param name="Body">Text of the mail.</param>
public sealed record MailTemplate(Guid Id, string Type, string Name, string Language, string Subject, string Body);
