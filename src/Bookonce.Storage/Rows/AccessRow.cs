using Bookonce.Engine.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>An access; the client secret and the tokens are encrypted.</summary>
internal sealed class AccessRow
{
    public required Guid Id { get; init; }
    public required Vendor Vendor { get; init; }
    public required Uri ApiUrl { get; init; }
    public required Uri AuthorizationUrl { get; init; }
    public required string ClientId { get; init; }
    public required string ClientSecret { get; init; }
    public required string Owner { get; init; }
    public required string Account { get; init; }
    public required string? Tokens { get; init; }
    public required bool HasEnded { get; init; }

    /// <summary>Counts the turns to refresh; the last one that saved a pair wins over every earlier one.</summary>
    public required long RefreshTurn { get; init; }
    public required long SavedTurn { get; init; }
    public required DateTimeOffset? RefreshingUntil { get; init; }
}

internal sealed class AccessTable : IEntityTypeConfiguration<AccessRow>
{
    public void Configure(EntityTypeBuilder<AccessRow> builder) => builder.HasKey(row => row.Id);
}
