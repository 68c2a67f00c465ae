namespace Bookonce.Sandbox.World;

/// <summary>What people call a VAT rate: in Teamleader as it stands here, in Exact with a word before it.</summary>
internal static class VatWords
{
    public static string Describe(VatTreatment treatment, decimal rate) =>
        treatment switch
        {
            VatTreatment.Standard => Percent(rate),
            VatTreatment.Zero => "0%",
            VatTreatment.Exempt => "0% vrijgesteld van btw",
            VatTreatment.ReverseCharge => "0% medecontractant (btw verlegd)",
            VatTreatment.IntraEuServices => "0% intracommunautaire diensten",
            VatTreatment.IntraEuGoods => "0% intracommunautaire goederen",
            VatTreatment.IntraEu => "0% intracommunautaire leveringen",
            VatTreatment.Export => "0% export buiten de EU",
            VatTreatment.NotSubject => "0% niet aan btw onderworpen",
            VatTreatment.CanaryIslands => $"{Percent(rate)} IGIC (Canarische Eilanden)",
            VatTreatment.CeutaMelilla => $"{Percent(rate)} IPSI (Ceuta en Melilla)",
            _ => throw new ArgumentOutOfRangeException(nameof(treatment), treatment, message: null),
        };

    static string Percent(decimal rate) => $"{rate * 100:0.####}%";
}
