namespace Bookonce.Sandbox.ExactOnline;

/// <summary>The kinds of document that the sandbox knows (DocumentTypes).</summary>
public enum DocumentType
{
    SalesInvoice = 10,
    PurchaseInvoice = 20,
    Miscellaneous = 55,
}

/// <summary>A document, with or without files, that entries can refer to (documents/Documents).</summary>
public sealed class Document : Row
{
    internal Document(Stamp stamp)
        : base(stamp) { }

    /// <summary>The number that people see.</summary>
    public required int Number { get; init; }
    public required string Subject { get; set; }
    public required DocumentType Type { get; set; }

    /// <summary>The id of the relation it belongs to, or null.</summary>
    public Guid? Account { get; set; }
    public DateOnly? Date { get; set; }

    /// <summary>The files, in the order in which they were added.</summary>
    public IReadOnlyList<Attachment> Attachments => Files;

    internal List<Attachment> Files { get; } = [];

    /// <summary>Grows with every change, across all rows of the administration.</summary>
    public long RowVersion { get; internal set; }
}

/// <summary>A file of a document (documents/DocumentAttachments).</summary>
public sealed class Attachment : Row
{
    internal Attachment(Stamp stamp)
        : base(stamp) { }

    public required Document Document { get; init; }
    public required string FileName { get; init; }
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Grows with every change, across all rows of the administration.</summary>
    public long RowVersion { get; internal set; }
}

/// <summary>A document to be added.</summary>
public sealed record DocumentDraft(string Subject, DocumentType Type)
{
    /// <summary>Null takes a new id.</summary>
    public Guid? Id { get; init; }

    /// <summary>The id of a relation, or null.</summary>
    public Guid? Account { get; init; }

    /// <summary>Null is today.</summary>
    public DateOnly? Date { get; init; }
}
