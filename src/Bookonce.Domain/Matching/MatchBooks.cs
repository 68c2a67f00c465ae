namespace Bookonce.Domain.Matching;

/// <summary>What is looked at: all documents and all entries at once, because each tells something of the others.</summary>
/// <param name="Documents">Living documents, linked ones too: they claim their own entries.</param>
/// <param name="Entries">All entries, linked ones too: they teach how these books are kept.</param>
/// <param name="Denied">Ids of document and entry that a person said are not the same.</param>
public sealed record MatchBooks(
    IReadOnlyList<MatchDocument> Documents,
    IReadOnlyList<MatchEntry> Entries,
    IReadOnlySet<(string Document, string Entry)>? Denied = null
);
