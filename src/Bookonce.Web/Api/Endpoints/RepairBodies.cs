using System.ComponentModel;
using Bookonce.Engine.Repair;

namespace Bookonce.Web.Api.Endpoints;

/// <summary>A plan that is approved.</summary>
sealed record ApplyPlan
{
    [Description(Words.Yes)]
    public bool Yes { get; init; }

    [Description("The whole seal of the plan that was looked at; if the books have changed since, nothing is done.")]
    public required string Plan { get; init; }

    [Description("The keys of the cases that it was planned for; as when it was planned.")]
    public IReadOnlyList<string> Case { get; init; } = [];

    [Description("Which entry stays, by case; as when it was planned.")]
    public IReadOnlyDictionary<string, string> Keep { get; init; } = new Dictionary<string, string>();

    [Description("Documents that are to be deleted in Teamleader; as when it was planned.")]
    public IReadOnlyList<string> Withdraw { get; init; } = [];

    [Description("Booking numbers that Teamleader shows, by document; as when it was planned.")]
    public IReadOnlyDictionary<string, int> Shown { get; init; } = new Dictionary<string, int>();

    [Description(Words.NotFiled)]
    public bool NotFiled { get; init; }

    public WishInWords InWords() =>
        new()
        {
            Cases = Case,
            Keep = [.. Keep.Select(pair => (pair.Key, pair.Value))],
            Withdraw = Withdraw,
            Shown = [.. Shown.Select(pair => (pair.Key, pair.Value))],
            IsNotFiled = NotFiled,
        };
}

/// <summary>A repair that goes on.</summary>
sealed record ResumeRepair
{
    [Description(Words.Yes)]
    public bool Yes { get; init; }

    [Description("The booking number that is asked for, as Exact or Teamleader shows it.")]
    public int? Number { get; init; }

    [Description("Say that what is asked of a person is done, or that what slipped in between may stay so.")]
    public bool Done { get; init; }

    [Description(Words.NotFiled)]
    public bool NotFiled { get; init; }
}

/// <summary>A repair whose rest is not done.</summary>
sealed record GiveUpRepair
{
    [Description(Words.Yes)]
    public bool Yes { get; init; }
}

/// <summary>A plan to undo a repair that is approved.</summary>
sealed record UndoRepair
{
    [Description(Words.Yes)]
    public bool Yes { get; init; }

    [Description("The whole seal of the plan for undoing that was looked at.")]
    public required string Plan { get; init; }

    [Description(Words.NotFiled)]
    public bool NotFiled { get; init; }
}
