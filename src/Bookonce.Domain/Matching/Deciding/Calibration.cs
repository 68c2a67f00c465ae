namespace Bookonce.Domain.Matching.Deciding;

/// <summary>Says probabilities as often as they come true: a correction of the sum of evidence, fitted on training seeds.</summary>
static class Calibration
{
    /// <summary>Evidence is never quite independent, so it is stretched or shrunk by this.</summary>
    const double Slope = 1.1;

    const double Shift = 0.3;

    /// <summary>The corrected probability.</summary>
    public static double Of(double probability)
    {
        if (probability is <= 0 or >= 1)
            return Math.Clamp(probability, 0, 1);

        var odds = Math.Log(probability / (1 - probability));
        return 1 / (1 + Math.Exp(-(Slope * odds + Shift)));
    }
}
