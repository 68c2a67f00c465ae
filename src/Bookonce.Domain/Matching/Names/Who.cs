namespace Bookonce.Domain.Matching.Names;

/// <summary>How far an entry's account is a document's customer.</summary>
enum Who : byte
{
    /// <summary>Nothing is known of one of them, or the account stands for many.</summary>
    Unknown,

    /// <summary>Another name.</summary>
    Other,

    /// <summary>A part of the name.</summary>
    Partly,

    /// <summary>Nearly the same name.</summary>
    Similar,

    /// <summary>The same name.</summary>
    Same,

    /// <summary>The same VAT number, or other entries of this customer stand on the account.</summary>
    Known,
}
