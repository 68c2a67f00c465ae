using Bookonce.Engine.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>A key of the HTTP API by its hash. A revoked one stays, because the log names it.</summary>
internal sealed class ApiKeyRow
{
    public required string Name { get; init; }
    public required string Hash { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateOnly? LastUsedOn { get; init; }
    public required DateTimeOffset? RevokedAt { get; init; }

    public ApiKey ToKey() => new(Name, CreatedAt, LastUsedOn, RevokedAt);
}

internal sealed class ApiKeyTable : IEntityTypeConfiguration<ApiKeyRow>
{
    public void Configure(EntityTypeBuilder<ApiKeyRow> builder)
    {
        builder.HasKey(row => row.Name);
        builder.HasIndex(row => row.Hash).IsUnique();
    }
}
