using Bookonce.Domain.Budgets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>What was left of the calls when that was last kept; see <see cref="Budget"/>.</summary>
internal sealed class BudgetRow
{
    public required string App { get; init; }
    public required int Division { get; init; }
    public required int? MinuteLimit { get; init; }
    public required int? MinuteLeft { get; init; }
    public required DateTimeOffset? MinuteResetsAt { get; init; }
    public required int? DayLimit { get; init; }
    public required int? DayLeft { get; init; }
    public required DateTimeOffset? DayResetsAt { get; init; }

    public static BudgetRow Of(BudgetHolder holder, Allowance minute, Allowance? day) =>
        new()
        {
            App = holder.App,
            Division = holder.Division,
            MinuteLimit = minute.Limit,
            MinuteLeft = minute.Left,
            MinuteResetsAt = minute.ResetsAt,
            DayLimit = day?.Limit,
            DayLeft = day?.Left,
            DayResetsAt = day?.ResetsAt,
        };

    public Budget ToBudget(IReadOnlyList<SpentError> errors) =>
        new(
            new Allowance(MinuteLimit, MinuteLeft, MinuteResetsAt),
            new Allowance(DayLimit, DayLeft, DayResetsAt),
            errors
        );
}

/// <summary>Errors of one instant on one endpoint; see <see cref="SpentError"/>.</summary>
internal sealed class SpentErrorRow
{
    public required string App { get; init; }
    public required int Division { get; init; }
    public required string Endpoint { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>How many; more than one where a clock stands still or is coarse.</summary>
    public required int Count { get; init; }
}

internal sealed class BudgetTable : IEntityTypeConfiguration<BudgetRow>
{
    public void Configure(EntityTypeBuilder<BudgetRow> builder) => builder.HasKey(row => new { row.App, row.Division });
}

internal sealed class SpentErrorTable : IEntityTypeConfiguration<SpentErrorRow>
{
    public void Configure(EntityTypeBuilder<SpentErrorRow> builder) =>
        builder.HasKey(row => new
        {
            row.App,
            row.Division,
            row.Endpoint,
            row.At,
        });
}
