namespace Bookonce.Domain.Matching.Weighing;

/// <summary>Entries of which the first, strict pass found out which document they are: rows of documents.</summary>
sealed class Explained
{
    /// <summary>Not explained.</summary>
    public const int Open = -1;

    readonly int[] byDocument;

    readonly bool[] isPlain;

    public Explained(int[] byDocument, int documents)
    {
        this.byDocument = byDocument;
        isPlain = new bool[documents];
        foreach (var document in byDocument)
            if (document >= 0)
                isPlain[document] = true;
    }

    /// <summary>Whether a document has an entry that it explains.</summary>
    public bool IsPlain(int document) => isPlain[document];

    public bool IsOpen(int entry) => byDocument[entry] == Open;

    /// <summary>Whether it may still be this document.</summary>
    public bool MayBe(int entry, int document) =>
        byDocument[entry] is var owner && (owner == Open || owner == document);
}
