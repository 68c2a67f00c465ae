using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Bookonce.Sandbox.ExactOnline;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Bookonce.Repository.Tests;

public sealed class SandboxWallTests
{
    const string Teamleader = @"^Bookonce\.Sandbox\.Teamleader(\.|$)";
    const string Exact = @"^Bookonce\.Sandbox\.ExactOnline(\.|$)";

    static readonly Architecture Sandbox = new ArchLoader().LoadAssemblies(typeof(ExactOnlineState).Assembly).Build();

    [Fact]
    public void The_two_vendors_of_the_sandbox_do_not_see_each_other()
    {
        Types()
            .That()
            .ResideInNamespaceMatching(Teamleader)
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(Exact))
            .Check(Sandbox);
        Types()
            .That()
            .ResideInNamespaceMatching(Exact)
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(Teamleader))
            .Check(Sandbox);
    }

    [Fact]
    public void The_engine_never_sees_a_sandbox() =>
        Assert.DoesNotContain(
            typeof(Engine.Synchronise.Synchroniser)
                .Assembly.GetReferencedAssemblies()
                .Concat(typeof(Storage.StorageSetup).Assembly.GetReferencedAssemblies()),
            assembly => assembly.Name == "Bookonce.Sandbox"
        );
}
