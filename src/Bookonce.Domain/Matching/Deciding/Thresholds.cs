namespace Bookonce.Domain.Matching.Deciding;

/// <summary>Where certainty begins and doubt ends.</summary>
static class Thresholds
{
    /// <summary>From here on an entry is the document without asking.</summary>
    public const double Certain = 0.98;

    /// <summary>From here on a second entry is a twin without asking.</summary>
    public const double CertainTwin = 0.9;

    /// <summary>From here on a second entry is a question although the first is certain.</summary>
    public const double PerhapsTwin = 0.5;

    /// <summary>An entry without the document's number is asked beside another that alone would be this likely.</summary>
    public const double Rival = 0.7;

    /// <summary>Below this, all entries together are no reason to ask.</summary>
    public const double Doubt = 0.03;

    /// <summary>Candidates below this are not worth a person's time, unless nothing better is there.</summary>
    public const double Shown = 0.01;

    /// <summary>The most candidates shown.</summary>
    public const int MostShown = 5;
}
