using Bookonce.Domain.Problems;
using Bookonce.Engine.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>One run of one connection; see <see cref="Run"/>.</summary>
internal sealed class RunRow
{
    public required Guid Id { get; init; }
    public required Guid ConnectionId { get; init; }
    public required bool IsPreview { get; init; }
    public required DateTimeOffset Started { get; init; }
    public required DateTimeOffset? Ended { get; init; }
    public required RunCounts Counts { get; init; }
    public required int ExactCalls { get; init; }
    public required int TeamleaderCalls { get; init; }
    public required Problem? Failure { get; init; }

    public static RunRow Of(Run run) =>
        new()
        {
            Id = run.Id,
            ConnectionId = run.Connection,
            IsPreview = run.IsPreview,
            Started = run.Started,
            Ended = run.Ended,
            Counts = run.Counts,
            ExactCalls = run.ExactCalls,
            TeamleaderCalls = run.TeamleaderCalls,
            Failure = run.Failure,
        };

    public Run ToRun() =>
        new()
        {
            Id = Id,
            Connection = ConnectionId,
            IsPreview = IsPreview,
            Started = Started,
            Ended = Ended,
            Counts = Counts,
            ExactCalls = ExactCalls,
            TeamleaderCalls = TeamleaderCalls,
            Failure = Failure,
        };
}

internal sealed class RunTable : IEntityTypeConfiguration<RunRow>
{
    public void Configure(EntityTypeBuilder<RunRow> builder)
    {
        builder.HasKey(row => row.Id);
        builder.HasOne<ConnectionRow>().WithMany().HasForeignKey(row => row.ConnectionId);
        builder.HasIndex(row => new { row.ConnectionId, row.Started });
    }
}
