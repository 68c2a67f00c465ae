using Bookonce.Engine.Connect;
using Bookonce.Output;

namespace Bookonce.Hosting;

/// <summary>Connecting without a page: both consents, the choices, the offer.</summary>
static class Steps
{
    public static async Task<Offer> Offer(
        Connecting connecting,
        AppRegistration teamleader,
        AppRegistration exact,
        string? entityName,
        int? divisionCode,
        DateOnly startDate,
        CancellationToken stop
    )
    {
        var teamleaderAccess = await LoopbackConsent.Give(connecting, teamleader, stop);
        var exactAccess = await LoopbackConsent.Give(connecting, exact, stop);
        var entities = await connecting.Entities(teamleaderAccess.Id, stop);
        var divisions = await connecting.Divisions(exactAccess.Id, stop);

        var entity = entities.FirstOrDefault(entity =>
            entityName is null ? entity.ConnectedAs is null : entity.Name == entityName
        );
        if (entity is null)
            throw Wrong(
                "unknownEntity",
                $"There is no {(entityName is null ? "free company entity" : $"company entity '{entityName}'")}.",
                $"There is {string.Join(", ", entities.Select(known => known.ConnectedAs is null ? $"'{known.Name}'" : $"'{known.Name}', connected already"))}."
            );
        var division = divisions.FirstOrDefault(division => divisionCode is null || division.Code == divisionCode);
        if (division is null)
            throw Wrong(
                "unknownDivision",
                $"There is no administration {divisionCode}.",
                $"There is {string.Join(", ", divisions.Select(known => $"{known.Code} ({known.Name})"))}."
            );
        return await connecting.Offer(teamleaderAccess.Id, entity, exactAccess.Id, division, startDate, stop);
    }

    static CommandException Wrong(string code, string what, string remedy) =>
        new(ExitCode.UsedWrongly, code, what, remedy);
}
