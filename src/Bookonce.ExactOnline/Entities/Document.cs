namespace Bookonce.ExactOnline;

/// <summary>Something that files are attached to; an entry may name one. Source: REST reference, documents/Documents.</summary>
public sealed record Document
{
    /// <summary>The key.</summary>
    public Guid ID { get; init; }

    /// <summary>Its title.</summary>
    public string? Subject { get; init; }

    /// <summary>10 sales invoice or entry, 20 purchase, 55 miscellaneous.</summary>
    public int? Type { get; init; }

    /// <summary>The relation.</summary>
    public Guid? Account { get; init; }

    /// <summary>Its date.</summary>
    public DateOnly? DocumentDate { get; init; }

    /// <summary>The entry that names it.</summary>
    public Guid? FinancialTransactionEntryID { get; init; }
}

/// <summary>A file of a document. Source: REST reference, documents/DocumentAttachments.</summary>
public sealed record DocumentAttachment
{
    /// <summary>The key.</summary>
    public Guid ID { get; init; }

    /// <summary>The document.</summary>
    public Guid Document { get; init; }

    /// <summary>The name of the file.</summary>
    public string? FileName { get; init; }

    /// <summary>Bytes.</summary>
    public decimal? FileSize { get; init; }

    /// <summary>Where it is shown; its content is told by <see cref="ExactDivision.Download"/>.</summary>
    public string? Url { get; init; }
}

/// <summary>A document to be created. Source: REST reference, documents/Documents.</summary>
public sealed record NewDocument
{
    /// <summary>Its title.</summary>
    public required string Subject { get; init; }

    /// <summary>10 sales invoice or entry, 20 purchase, 55 miscellaneous.</summary>
    public required int Type { get; init; }

    /// <summary>The relation.</summary>
    public Guid? Account { get; init; }

    /// <summary>Its date.</summary>
    public DateOnly? DocumentDate { get; init; }
}

/// <summary>A file to be attached to a document. Source: REST reference, documents/DocumentAttachments.</summary>
public sealed record NewDocumentAttachment
{
    /// <summary>The document.</summary>
    public required Guid Document { get; init; }

    /// <summary>The name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>The content.</summary>
    public required byte[] Attachment { get; init; }
}
