using Bookonce.Domain.Matching.Names;
using Bookonce.Domain.Matching.Sheets;

namespace Bookonce.Domain.Matching.Weighing;

/// <summary>Compares a document with an entry and weighs what it finds.</summary>
sealed class Scale(
    DocumentSheet documents,
    EntrySheet entries,
    NameBook names,
    BookIndex index,
    Rarity rarity,
    Habits habits,
    Ties ties
)
{
    /// <summary>The evidence for one pair, with its sum.</summary>
    public Evidence Weigh(int document, int entry)
    {
        var evidence = Compare(document, entry);
        evidence.Sum = Sum(evidence, document, entry);
        return evidence;
    }

    Evidence Compare(int document, int entry)
    {
        var (day, entryDay) = (documents.Day[document], entries.Day[entry]);
        var level = NumberComparer.Compare(documents, document, entries, entry);
        var amount = Amount(document, entry);
        var isClose =
            level <= NumberLevel.OneSlip
            || amount != AmountLevel.Other && Math.Abs(entryDay - day) <= DateComparer.Weeks;
        var who = names.Compare(documents.Party[document], entries.Account[entry], isClose);
        var booking = entries.Booking[entry];
        return new Evidence
        {
            Number = level,
            NumberRivals = NumberRivals(level, document),
            Amount = amount,
            AmountRivals = who >= Who.Partly ? rarity.OfLookAlikes(entry) : rarity.OfAmount(entry),
            IsTurned = documents.Gross[document] < 0 != entries.Amount[entry] < 0,
            Date = DateComparer.Compare(day, entryDay, entries.IsOpenItem[entry]),
            Days = entryDay - day,
            IsDueAlike = documents.Due[document] is not 0 and var due && due == entries.Due[entry],
            Reference = (documents.Reference[document], entries.Reference[entry]) switch
            {
                (0, _) or (_, 0) => ReferenceLevel.Missing,
                var (mine, theirs) => mine == theirs ? ReferenceLevel.Equal : ReferenceLevel.Other,
            },
            Who = who,
            IsMarked = ties.IsMarked(document, entry),
            IsBookingNumber = booking != 0 && booking == documents.Booking[document],
        };
    }

    AmountLevel Amount(int document, int entry)
    {
        var (mine, theirs) = (documents.Currency[document], entries.Currency[entry]);
        var level = AmountComparer.Compare(documents.Gross[document], documents.Net[document], entries.Amount[entry]);
        if (mine == theirs || mine == 0 || theirs == 0)
            return level;

        // The entry may hold both: the amount of the document, and what it is in the books.
        var isInBooks = Math.Abs(entries.BookAmount[entry]) == Math.Abs(documents.Gross[document]);
        return level == AmountLevel.Equal || isInBooks ? AmountLevel.OtherCurrency : AmountLevel.Incomparable;
    }

    int NumberRivals(NumberLevel level, int document)
    {
        var number = documents.Number[document];
        return level switch
        {
            NumberLevel.Whole or NumberLevel.WholeInText => index.ByNumber[number.Key].Length - 1,
            NumberLevel.Counter or NumberLevel.CounterInText => index
                .ByNumber[Reading.TypedNumber.KeyOf(0, number.Counter)]
                .Length - 1,
            _ => 0,
        };
    }

    double Sum(in Evidence evidence, int document, int entry)
    {
        var sum =
            Math.Log(documents.IsLinked[document] ? Weights.Again : Weights.InBooks)
            - Math.Log(rarity.Total)
            + Number(evidence)
            + WhoAndAmount(evidence, document, entry)
            + Date(evidence, document, entry);
        if (evidence.Reference == ReferenceLevel.Equal)
            sum += Rare(Weights.Reference[(int)ReferenceLevel.Equal].IfSame, References(document), Weights.StrayNumber);
        else
            sum += Weights.Reference[(int)evidence.Reference].Log;
        if (documents.Gross[document] < 0 && evidence.IsTurned)
            sum += Weights.TurnedCreditNote.Log;
        else if (documents.Gross[document] < 0)
            sum += IsLookAlike(evidence) ? 0 : Weights.CreditNote.Log;
        else if (evidence.IsTurned)
            sum += Weights.TurnedInvoice.Log;
        if (evidence.IsDueAlike && evidence.Date != DateLevel.Equal)
            sum += Weights.DueAlike.Log;
        if (evidence.IsMarked)
            sum += Weights.Mark;
        if (evidence.IsBookingNumber)
            sum += Weights.BookingNumber.Log;
        return sum;
    }

    int References(int document) => Math.Max(0, index.ByReference[documents.Reference[document]].Length - 1);

    double Number(in Evidence evidence)
    {
        var same = habits.Number(evidence.Number);
        return evidence.Number switch
        {
            NumberLevel.Whole or NumberLevel.WholeInText => Rare(same, evidence.NumberRivals, Weights.StrayNumber),
            NumberLevel.Counter or NumberLevel.CounterInText => Rare(same, evidence.NumberRivals, Weights.StrayCounter),
            NumberLevel.OneSlip or NumberLevel.PerhapsMonth => Math.Log(
                same / Weights.Number[(int)evidence.Number].IfNot
            ),
            // Consecutive numbers are one slip apart, and must not help each other.
            NumberLevel.OneSlipOther => Math.Min(0, Math.Log(same / Weights.Number[(int)evidence.Number].IfNot)),
            _ => Math.Log(same / habits.Strange(evidence.Number)),
        };
    }

    /// <summary>Customer and amount go together in books: a subscription has both in common every month.</summary>
    double WhoAndAmount(in Evidence evidence, int document, int entry)
    {
        var (who, same) = (Weights.Who[(int)evidence.Who], habits.Amount(evidence.Amount));
        var slip = Math.Log(same / Weights.Amount[(int)evidence.Amount].IfNot);
        var ofAccount = rarity.OfAccount(entries.Account[entry]);
        return (evidence.Amount, evidence.Who) switch
        {
            (AmountLevel.Equal, >= Who.Partly) => who.Log + LookAlike(evidence, same, document, entry),
            (AmountLevel.Equal, _) => who.Log + Rare(same, evidence.AmountRivals, StrayAmount(document)),
            (_, >= Who.Partly) => slip + Rare(who.IfSame, ofAccount, 1),
            _ => slip + who.Log,
        };
    }

    /// <summary>
    /// Other entries of this customer and amount are spread over the books. One that is not among them comes soon after or
    /// before, because what a customer orders again at the same price, it orders soon; and it has as likely a name variant.
    /// </summary>
    double LookAlike(in Evidence evidence, double same, int document, int entry)
    {
        var loose = evidence.Who switch
        {
            Who.Partly => Weights.StrayPart,
            Who.Similar => Weights.StraySimilar,
            _ => 0,
        };
        var variant = Weights.Who[(int)evidence.Who].IfSame / Weights.Who[(int)Who.Same].IfSame;
        var stray = Weights.StrayLookAlike * Math.Min(1, variant);
        var rivals = Math.Max(0, evidence.AmountRivals) + loose;
        if (evidence.Date == DateLevel.VeryFar)
            return Math.Log(same * rarity.Total / (rivals + stray));

        var (from, to, share) = DateComparer.Window(evidence.Date, documents.Day[document], entries.Day[entry]);
        var spread = rarity.OfDays(from, to);
        var soon = (spread + Math.Min(1, (to - from + 1) / Weights.SoonDays)) / 2;
        return Math.Log(same * habits.Date(evidence.Date) * rarity.Total / ((rivals * spread + stray * soon) * share));
    }

    double StrayAmount(int document) =>
        documents.Gross[document] % 100 == 0 || documents.Net[document] % 100 == 0 && documents.Net[document] != 0
            ? Weights.StrayRoundAmount
            : Weights.StrayAmount;

    double Date(in Evidence evidence, int document, int entry)
    {
        var same = habits.Date(evidence.Date);
        if (evidence.Date == DateLevel.VeryFar)
            return Math.Log(same / Weights.Date[(int)evidence.Date].IfNot);

        if (IsLookAlike(evidence))
            return 0;

        var (from, to, share) = DateComparer.Window(evidence.Date, documents.Day[document], entries.Day[entry]);
        return Math.Log(same) - Math.Log(Math.Min(1, rarity.OfDays(from, to) * share));
    }

    static bool IsLookAlike(in Evidence evidence) => evidence is { Amount: AmountLevel.Equal, Who: >= Who.Partly };

    /// <summary>What is seen with the document, against how often these books have it otherwise.</summary>
    double Rare(double ifSame, int rivals, double stray) =>
        Math.Log(ifSame * rarity.Total / (Math.Max(0, rivals) + stray));
}
