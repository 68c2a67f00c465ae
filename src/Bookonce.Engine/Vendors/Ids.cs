namespace Bookonce.Engine.Vendors;

/// <summary>Makes a new id. Passed in, so that a simulated run can be repeated.</summary>
public delegate Guid NewId();
