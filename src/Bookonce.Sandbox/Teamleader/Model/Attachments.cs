namespace Bookonce.Sandbox.Teamleader.Model;

/// <summary>What a file or a note is about: a type such as <c>invoice</c>, and an id; a temporary file has none.</summary>
public sealed record Subject(string Type, Guid? Id);

/// <summary>An uploaded file.</summary>
public sealed record StoredFile
{
    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it belongs to.</summary>
    public required Subject Subject { get; init; }

    /// <summary>Name with extension.</summary>
    public required string Name { get; init; }

    /// <summary>Media type as it was uploaded.</summary>
    public required string MimeType { get; init; }

    /// <summary>The bytes.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Folder in the screens.</summary>
    public string Folder { get; init; } = "General";

    /// <summary>Who uploaded it.</summary>
    public Guid? UploadedBy { get; init; }

    /// <summary>When it was uploaded.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A note on the page of a record.</summary>
public sealed record Note(Guid Id, Subject Subject, string Content, DateTimeOffset AddedAt);
