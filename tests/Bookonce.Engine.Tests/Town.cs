using System.Net;
using System.Text.RegularExpressions;
using Bookonce.Domain.Connections;
using Bookonce.Engine.Connect;
using Bookonce.Engine.Store;
using Bookonce.Engine.Synchronise;
using Bookonce.Engine.Vendors;
using Bookonce.ExactOnline;
using Bookonce.Sandbox.Host;
using Bookonce.Sandbox.World;
using Bookonce.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Bookonce.Engine.Tests;

/// <summary>Both services, a database and a connection: what a person has after connecting.</summary>
sealed partial class Town : IAsyncDisposable
{
    static readonly Uri Redirect = new("http://127.0.0.1/return");

    readonly DirectoryInfo directory;
    readonly Database database;

    Town(
        SandboxHost sandboxes,
        DirectoryInfo directory,
        Database database,
        HttpMessageHandler handler,
        TimeProvider clock
    )
    {
        (Sandboxes, this.directory, this.database, Clock) = (sandboxes, directory, database, clock);
#pragma warning disable RS0030 // These tests run against real sockets in real time.
        NewId newId = Guid.NewGuid;
#pragma warning restore RS0030
        Vendors = new VendorClients(Store, handler, clock);
        Connecting = new Connecting(Store, Vendors, newId, clock);
        Synchroniser = new Synchroniser(Store, Vendors, newId, clock);
    }

    public SandboxHost Sandboxes { get; }

    public IStore Store => database.Store;

    public IReadSide ReadSide => database.ReadSide;

    public TimeProvider Clock { get; }

    public VendorClients Vendors { get; }

    public Connecting Connecting { get; }

    public Synchroniser Synchroniser { get; }

    public static async Task<Town> Build(
        WorldSize world,
        string? invoices = null,
        SandboxOptions? options = null,
        HttpMessageHandler? handler = null
    )
    {
#pragma warning disable RS0030 // These tests run against real sockets in real time.
        var clock = TimeProvider.System;
#pragma warning restore RS0030
        var sandboxes = await SandboxHost.StartAsync(
            (options ?? new SandboxOptions()) with
            {
                TeamleaderPort = 0,
                ExactPort = 0,
                World = world,
                InvoicesDirectory = invoices,
                TeamleaderCallsPerMinute = 100_000,
                ExactCallsPerMinute = 100_000,
                ExactCallsPerDay = 1_000_000,
            },
            clock,
            CancellationToken.None
        );
        var folder = Directory.CreateTempSubdirectory("bookonce-");
        var file = Path.Combine(folder.FullName, "bookonce.db");
        var memory = await StorageSetup.OpenAsync(file, new EphemeralDataProtectionProvider(), clock);
        return new Town(sandboxes, folder, memory, handler ?? ExactOnlineClient.CreateHandler(), clock);
    }

    /// <summary>Connects the first free company entity with the first administration, with what is proposed.</summary>
    public async Task<Connection> Connect(
        Func<ConnectionSettings, ConnectionSettings>? change = null,
        DateOnly? startDate = null
    )
    {
        var offer = await Offer(startDate ?? Sandboxes.Truth.Documents.Min(document => document.Date));
        return await Connecting.Connect(offer, change is null ? offer.Proposed : change(offer.Proposed));
    }

    public async Task<Offer> Offer(DateOnly startDate)
    {
        var teamleader = await Consent(Vendor.Teamleader, Sandboxes.TeamleaderUrl);
        var exact = await Consent(Vendor.ExactOnline, Sandboxes.ExactUrl);
        var entity = (await Connecting.Entities(teamleader.Id)).First(entity => entity.ConnectedAs is null);
        var division = (await Connecting.Divisions(exact.Id))[0];
        return await Connecting.Offer(teamleader.Id, entity, exact.Id, division, startDate);
    }

    public Task<Access> Consent(Vendor vendor, Uri url) => Consent(Connecting, vendor, url);

    /// <summary>Presses the button on the consent page, and comes back with the code.</summary>
    public static async Task<Access> Consent(Connecting connecting, Vendor vendor, Uri url)
    {
        var app = new AppRegistration(vendor, url, url, "sandbox", "sandbox");
        var (access, page) = await connecting.Begin(app, Redirect, "state");
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var html = await http.GetStringAsync(page);
        var fields = Inputs()
            .Matches(html)
            .Select(match => KeyValuePair.Create(match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)));
        var action = WebUtility.HtmlDecode(Form().Match(html).Groups[1].Value);
        using var answer = await http.PostAsync(new Uri(page, action), new FormUrlEncodedContent(fields));
        var code = System.Web.HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!;
        return await connecting.Complete(access.Id, code, Redirect);
    }

    public async Task<Run> Run(Connection connection, bool isPreview = false)
    {
        var current = (await Store.Connections()).Single(known => known.Id == connection.Id);
        var run = (await Synchroniser.Run(current, isPreview)).Run;
        var log = await database.Log.Verify(connection.Administration.Id);
        Assert.True(log.Holds, $"The log does not come to the links: {log}");
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        database.Dispose();
        await Sandboxes.DisposeAsync();
        directory.Delete(recursive: true);
    }

    [GeneratedRegex("<form[^>]*action=\"([^\"]*)\"")]
    private static partial Regex Form();

    [GeneratedRegex("<(?:input|button)[^>]*name=\"([^\"]*)\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Inputs();
}
