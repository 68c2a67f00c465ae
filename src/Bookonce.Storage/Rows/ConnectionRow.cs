using Bookonce.Domain.Connections;
using Bookonce.Domain.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bookonce.Storage.Rows;

/// <summary>A connection with its settings and how far Teamleader was followed.</summary>
internal sealed class ConnectionRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required Guid AdministrationId { get; init; }
    public required Guid TeamleaderAccessId { get; init; }
    public required Guid Department { get; init; }
    public required string DepartmentName { get; init; }
    public required ConnectionSettings Settings { get; init; }
    public required DateTimeOffset? TeamleaderPoint { get; init; }
    public required DateTimeOffset AloneSince { get; init; }
    public required Problem? Pause { get; init; }
    public required Deactivation? Deactivation { get; init; }

    public static ConnectionRow Of(Connection connection) =>
        new()
        {
            Id = connection.Id,
            Name = connection.Name,
            AdministrationId = connection.Administration.Id,
            TeamleaderAccessId = connection.TeamleaderAccess,
            Department = connection.Department,
            DepartmentName = connection.DepartmentName,
            Settings = connection.Settings,
            TeamleaderPoint = null,
            AloneSince = connection.AloneSince,
            Pause = connection.Pause,
            Deactivation = connection.Deactivation,
        };

    public Connection ToConnection(Administration administration) =>
        new(Id, Name, administration, TeamleaderAccessId, Department, DepartmentName, Settings)
        {
            AloneSince = AloneSince,
            Pause = Pause,
            Deactivation = Deactivation,
        };
}

internal sealed class ConnectionTable : IEntityTypeConfiguration<ConnectionRow>
{
    public void Configure(EntityTypeBuilder<ConnectionRow> builder)
    {
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => row.Name).IsUnique();
        builder
            .HasOne<AdministrationRow>()
            .WithMany()
            .HasForeignKey(row => row.AdministrationId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<AccessRow>()
            .WithMany()
            .HasForeignKey(row => row.TeamleaderAccessId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
